import type { ConversationId, MessageId } from '../core/ids.ts';
import type { StoredContent } from '../core/outgoing/stored.ts';
import { wayKey } from '../core/reply/way-key.ts';
import type { Tx } from '../storage/database.ts';
import type { OutgoingRow } from '../storage/outbox/rows.ts';
import { removeUnsaid, restoreConversation } from '../storage/outbox/take-back.ts';
import { returnDraft } from './spend-draft.ts';
import type { Who } from './who.ts';

/**
 * An answer that was never tried leaves nothing behind: its words and files are a draft again, with whoever wrote them,
 * and the conversation waits as it did before. The row is locked by the caller, so that the sender cannot be half-way.
 * @returns false: it is not an answer of that kind
 */
export async function takeBackReply(tx: Tx, who: Who, row: OutgoingRow, now: Date): Promise<boolean> {
  const { act, conversationId, messageId } = row;
  if (act.kind !== 'reply' && act.kind !== 'private_reply') return false;
  if (row.attempts > 0 || !conversationId || !messageId) return false;
  return giveBack(tx, who, { ...row, conversationId, messageId }, act.content, now);
}

async function giveBack(
  tx: Tx,
  who: Who,
  row: OutgoingRow & { readonly conversationId: ConversationId; readonly messageId: MessageId },
  content: StoredContent,
  now: Date,
): Promise<boolean> {
  const gone = await removeUnsaid(tx, who.workspaceId, row.messageId);
  if (!gone) return false;
  await restoreConversation(tx, who.workspaceId, row, now);
  const isPrivate = row.kind === 'private_reply';
  const words = {
    kind: 'reply' as const,
    way: isPrivate ? wayKey('private_reply', row.targetMessageId) : wayKey('reply', gone.threadId),
    subject: content.subject ?? null,
    text: content.text,
    attachments: gone.files,
    alts: Object.fromEntries(content.attachments.flatMap(({ mediaId, alt }) => (alt ? [[mediaId, alt]] : []))),
  };
  await returnDraft(tx, { workspaceId: who.workspaceId, agentId: row.agentId }, row.conversationId, words, now);
  return true;
}
