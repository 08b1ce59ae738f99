import type { Selectable } from 'kysely';
import { CareError } from '../core/errors.ts';
import type { ConversationId, WorkspaceId } from '../core/ids.ts';
import type { Tx } from '../storage/database.ts';
import type { ConversationsTable } from '../storage/tables.ts';

/** The conversation, locked until the transaction ends. Throws `not_found`. */
export async function loadConversation(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: ConversationId,
): Promise<Selectable<ConversationsTable>> {
  const row = await tx
    .selectFrom('conversations')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new CareError('not_found', 'no_such_conversation', 'This conversation is not here (any more).');
  return row;
}
