import type { ConversationId } from '../core/ids.ts';
import { recordChanges } from '../storage/changes.ts';
import type { Database } from '../storage/database.ts';
import type { Who } from './who.ts';

/** Notes that a person looked at what waits. It changes nothing else: opened and unanswered is a state of its own. */
export function openConversation(
  db: Database,
  who: Who,
  input: { readonly conversationId: ConversationId },
  now: Date,
): Promise<void> {
  return db.transaction(async (tx) => {
    if (!who.agentId) return;
    const { numUpdatedRows } = await tx
      .updateTable('conversations')
      .set({ opened_at: now, opened_by: who.agentId })
      .where('workspace_id', '=', who.workspaceId)
      .where('id', '=', input.conversationId)
      .where('attention', '=', 'needs_answer')
      .where('opened_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return;
    await recordChanges(tx, who.workspaceId, [{ kind: 'opened', conversationId: input.conversationId }], now);
  });
}
