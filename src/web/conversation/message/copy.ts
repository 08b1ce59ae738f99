import { inWords } from '../../api/call.ts';
import { say } from '../../parts/toasts.tsx';
import { t } from '../../text/t.ts';

/** A link that opens the conversation at a message, for a colleague. */
export function linkTo(conversationId: string, messageId?: string): string {
  const link = new URL(`/desk/${conversationId}`, location.origin);
  if (messageId !== undefined) link.searchParams.set('at', messageId);
  return link.href;
}

export async function copy(text: string, words: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say({ title: words });
  } catch (error) {
    say({ title: t('messageAct.notCopied'), detail: inWords(error), isBad: true });
  }
}
