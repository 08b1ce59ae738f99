import { Copy } from 'lucide-react';
import { Button } from '../parts/button.tsx';
import { say } from '../parts/toasts.tsx';
import { t } from '../text/t.ts';

/** The address that the network must send its events to, ready to be pasted there. */
export function WebhookAddress({ path }: { readonly path: string }) {
  const address = new URL(path, location.origin).href;
  async function copy() {
    try {
      await navigator.clipboard.writeText(address);
      say({ title: t('webhook.copied') });
    } catch {
      say({ title: t('webhook.notCopied'), isBad: true });
    }
  }
  return (
    <div className="rounded-small bg-sunken px-3 py-2">
      <p className="font-medium">{t('webhook.title')}</p>
      <p className="text-s text-ink-2">{t('webhook.about')}</p>
      <div className="mt-1.5 flex items-center gap-2">
        <code className="min-w-0 flex-1 rounded-small bg-raised px-2 py-1 font-mono text-s [overflow-wrap:anywhere]">
          {address}
        </code>
        <Button onClick={() => void copy()} icon={<Copy size={13} aria-hidden />} className="bg-raised">
          {t('webhook.copy')}
        </Button>
      </div>
    </div>
  );
}
