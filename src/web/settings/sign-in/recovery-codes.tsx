import { Copy, Download, Printer } from 'lucide-react';
import { useState } from 'react';
import { useMe } from '../../frame/use-me.ts';
import { Button } from '../../parts/button.tsx';
import { Check } from '../../parts/check.tsx';
import { copyText } from '../../parts/copy-text.ts';
import { DialogActs } from '../../parts/dialog.tsx';
import { say } from '../../parts/toasts.tsx';
import { t } from '../../text/t.ts';

/** Shown once: to be copied, downloaded or printed. The way on opens when somebody says that they kept them. */
export function RecoveryCodes({ codes, onDone }: { readonly codes: readonly string[]; readonly onDone: () => void }) {
  const { agent, workspace } = useMe();
  const [isKept, setKept] = useState(false);
  const head = t('codes.head', { workspace: workspace.name, email: agent?.email ?? '' });
  const text = `${head}\n\n${codes.join('\n')}\n`;
  function download() {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    link.download = `earshot-${workspace.slug}-recovery-codes.txt`;
    link.click();
    URL.revokeObjectURL(link.href);
  }
  return (
    <div className="printed grid gap-3">
      <p className="hidden print:block">{head}</p>
      <ul
        dir="ltr"
        className="num grid grid-cols-2 gap-x-6 gap-y-1 rounded-medium bg-sunken px-4 py-3 font-mono text-l edge"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2 print:hidden">
        <Button
          icon={<Copy size={14} aria-hidden />}
          onClick={() => void copyText(text).then((isDone) => isDone && say({ title: t('webhook.copied') }))}
        >
          {t('webhook.copy')}
        </Button>
        <Button icon={<Download size={14} aria-hidden />} onClick={download}>
          {t('codes.download')}
        </Button>
        <Button icon={<Printer size={14} aria-hidden />} onClick={() => print()}>
          {t('codes.print')}
        </Button>
      </div>
      <div className="print:hidden">
        <Check label={t('codes.kept')} isOn={isKept} onChange={setKept} />
      </div>
      <div className="print:hidden">
        <DialogActs>
          <Button look="main" disabled={!isKept} onClick={onDone}>
            {t('codes.done')}
          </Button>
        </DialogActs>
      </div>
    </div>
  );
}
