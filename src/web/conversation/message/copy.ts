import { copyText } from '../../parts/copy-text.ts';
import { say } from '../../parts/toasts.tsx';

/** A link that opens the conversation at a message, for a colleague. */
export function linkTo(conversationId: string, messageId?: string): string {
  const link = new URL(`/desk/${conversationId}`, location.origin);
  if (messageId !== undefined) link.searchParams.set('at', messageId);
  return link.href;
}

/** @param words what is said when it is done */
export async function copy(text: string, words: string): Promise<void> {
  if (await copyText(text)) say({ title: words });
}
