import type { Outgoing, OutgoingContent, SendOutcome } from '../../core/channel/outgoing.ts';
import type { ExternalMessageId } from '../../core/ids.ts';
import { overBy } from '../../core/text/measure.ts';
import { capabilities } from './capabilities.ts';

type Refusal = SendOutcome & { readonly kind: 'refused' };
const refused = (reason: Refusal['reason'], detail: string): Refusal => ({ kind: 'refused', reason, detail });

/**
 * There is no network to call: the answer lies in our own database, and from this word on the visitor's window is given
 * it (`readChatLines` shows what was sent). So it is accepted, and nothing can be unclear about it.
 */
export async function sendAct(act: Outgoing): Promise<SendOutcome> {
  switch (act.kind) {
    case 'reply':
      return contentProblem(act.content) ?? { kind: 'accepted', id: act.id as string as ExternalMessageId };
    case 'edit':
      return contentProblem(act.content) ?? { kind: 'accepted' };
    case 'delete':
      return { kind: 'accepted' };
    default:
      return refused('not_allowed', capabilities.lacks[act.kind] ?? 'The chat has no such act.');
  }
}

function contentProblem({ text, attachments }: OutgoingContent): Refusal | null {
  const over = overBy(text, capabilities.text);
  if (over > 0) return refused('too_long', `The text is ${over} characters too long for the chat.`);
  if (text.trim() === '' && attachments.length === 0) return refused('other', 'There is nothing in it to send.');
  const { max, maxBytes } = capabilities.attachments;
  if (attachments.length > max) return refused('bad_attachment', `At most ${max} files go out at a time.`);
  const big = attachments.find(({ sizeBytes }) => sizeBytes > maxBytes);
  return big ? refused('bad_attachment', `"${big.name}" is bigger than 10 MB.`) : null;
}
