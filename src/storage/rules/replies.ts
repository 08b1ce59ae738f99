import { sql } from 'kysely';
import type { ConversationId, WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';

/** What a rule sent is said to be automatic wherever it is shown. */
export async function markAutomatic(tx: Tx, workspaceId: WorkspaceId, messageId: string): Promise<void> {
  await sql`update messages set automatic = 'rule' where workspace_id = ${workspaceId} and id = ${messageId}`.execute(
    tx,
  );
}

/** Whether what arrived last is an out-of-office note, a bounce or the like. */
export async function lastWasAMachine(tx: Tx, workspaceId: WorkspaceId, id: ConversationId): Promise<boolean> {
  const { rows } = await sql<{ automatic: string | null }>`select automatic from messages
    where workspace_id = ${workspaceId} and conversation_id = ${id} and direction = 'inbound'
    order by sent_at desc, id desc limit 1`.execute(tx);
  return (rows[0]?.automatic ?? null) !== null;
}
