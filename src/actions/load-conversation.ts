import { CareError } from '../core/errors.ts';
import type { ConversationId, WorkspaceId } from '../core/ids.ts';
import { lockConversation, type StoredConversation } from '../storage/conversations/acts.ts';
import type { Tx } from '../storage/database.ts';

/** The conversation, locked until the transaction ends. Throws `no_such_conversation`, `merged` when it is part of another one. */
export async function loadConversation(
  tx: Tx,
  workspaceId: WorkspaceId,
  conversationId: ConversationId,
): Promise<StoredConversation> {
  const row = await lockConversation(tx, { workspaceId, conversationId });
  if (!row) throw new CareError('not_found', 'no_such_conversation', 'This conversation is not here (any more).');
  if (row.merged_into_id)
    throw new CareError(
      'conflict',
      'merged',
      'This became part of another conversation. Do it there, or take the merge back first.',
      { mergedIntoId: row.merged_into_id },
    );
  return row;
}
