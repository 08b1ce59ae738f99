import { Check, Copy } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { t } from '../text/t.ts';
import { Button } from './button.tsx';
import { say } from './toasts.tsx';

/** Puts a text onto the clipboard; says so when the browser does not allow it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    say({ title: t('webhook.notCopied'), isBad: true });
    return false;
  }
}

/** Something to be carried elsewhere, letter by letter. */
export function CopyField({
  label,
  value,
  help,
}: {
  readonly label: string;
  readonly value: string;
  readonly help?: string;
}) {
  const id = useId();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          readOnly
          dir="ltr"
          value={value}
          onFocus={(event) => event.currentTarget.select()}
          className="min-w-0 flex-1 rounded-small border border-line bg-sunken px-2.5 py-[5px] font-mono text-s"
        />
        <Button
          className="min-w-[92px]"
          icon={isCopied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
          onClick={() => void copyText(value).then(setCopied)}
        >
          <span aria-live="polite">{t(isCopied ? 'webhook.copied' : 'webhook.copy')}</span>
        </Button>
      </div>
      {help && <p className="text-s text-ink-3">{help}</p>}
    </div>
  );
}
