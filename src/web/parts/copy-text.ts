import { t } from '../text/t.ts';
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
