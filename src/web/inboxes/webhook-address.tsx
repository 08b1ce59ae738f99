import { CopyField } from '../parts/copy-field.tsx';
import { t } from '../text/t.ts';

/** The address that the network must send its events to, ready to be pasted there. */
export function WebhookAddress({ path }: { readonly path: string }) {
  return <CopyField label={t('webhook.title')} value={new URL(path, location.origin).href} help={t('webhook.about')} />;
}
