import { CareError } from '../core/errors.ts';
import type { ConversationId, MessageId } from '../core/ids.ts';
import { foldForSearch } from '../core/text/fold.ts';
import { recordChanges } from '../storage/changes.ts';
import type { Database } from '../storage/database.ts';
import { storableText } from '../storage/rows.ts';
import { loadConversation } from './load-conversation.ts';
import type { Who } from './who.ts';

/** A private word for colleagues. The id comes from the browser: a second try adds nothing. Throws `empty_note`. */
export function addNote(
  db: Database,
  who: Who,
  input: { readonly conversationId: ConversationId; readonly id: MessageId; readonly text: string },
  now: Date,
): Promise<void> {
  const text = storableText(input.text).trim();
  if (!text) throw new CareError('invalid', 'empty_note', 'Write something first.');
  return db.transaction(async (tx) => {
    const conversation = await loadConversation(tx, who.workspaceId, input.conversationId);
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('messages')
      .values({
        workspace_id: who.workspaceId,
        id: input.id,
        inbox_id: conversation.inbox_id,
        conversation_id: conversation.id,
        agent_id: who.agentId,
        direction: 'note',
        reach: 'owned_private',
        text,
        search: foldForSearch(text),
        sent_at: now,
        received_at: now,
      })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
      .executeTakeFirst();
    if (!numInsertedOrUpdatedRows) return;
    await recordChanges(tx, who.workspaceId, [{ kind: 'note', conversationId: conversation.id }], now);
  });
}
