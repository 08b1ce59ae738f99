import { noSuch } from '../core/access/no-such.ts';
import { CareError } from '../core/errors.ts';
import type { ConversationId, WorkspaceId } from '../core/ids.ts';
import { MERGED } from '../core/work/decide-act.ts';
import { lockConversation, type StoredConversation } from '../storage/conversations/acts.ts';
import type { Tx } from '../storage/database.ts';

/** The conversation, locked until the transaction ends. Throws `no_such_conversation`, `merged` when it is part of another one. */
export async function loadConversation(
  tx: Tx,
  workspaceId: WorkspaceId,
  conversationId: ConversationId,
): Promise<StoredConversation> {
  const row = await lockConversation(tx, { workspaceId, conversationId });
  if (!row) throw noSuch('conversation');
  if (row.merged_into_id)
    throw new CareError(MERGED.fault, MERGED.code, MERGED.why, { mergedIntoId: row.merged_into_id });
  return row;
}
