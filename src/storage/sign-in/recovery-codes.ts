import type { AgentId, WorkspaceId } from '../../core/ids.ts';
import type { Reader, Tx } from '../database.ts';

/** The codes of before no longer open anything. */
export async function replaceRecoveryCodes(
  tx: Tx,
  workspaceId: WorkspaceId,
  agentId: AgentId,
  hashes: readonly Uint8Array[],
): Promise<void> {
  await removeRecoveryCodes(tx, workspaceId, agentId);
  const rows = hashes.map((hash) => ({
    workspace_id: workspaceId,
    agent_id: agentId,
    code_hash: hash,
    used_at: null,
  }));
  if (rows.length > 0) await tx.insertInto('recovery_codes').values(rows).execute();
}

export async function removeRecoveryCodes(tx: Tx, workspaceId: WorkspaceId, agentId: AgentId): Promise<void> {
  await tx
    .deleteFrom('recovery_codes')
    .where('workspace_id', '=', workspaceId)
    .where('agent_id', '=', agentId)
    .execute();
}

/** Once; the database decides between two at the same moment. */
export async function spendRecoveryCode(
  tx: Tx,
  workspaceId: WorkspaceId,
  agentId: AgentId,
  hash: Uint8Array,
  now: Date,
): Promise<boolean> {
  const done = await tx
    .updateTable('recovery_codes')
    .set({ used_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('agent_id', '=', agentId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

export async function countRecoveryCodes(db: Reader, workspaceId: WorkspaceId, agentId: AgentId): Promise<number> {
  const { left } = await db
    .selectFrom('recovery_codes')
    .select(({ fn }) => fn.countAll<number>().as('left'))
    .where('workspace_id', '=', workspaceId)
    .where('agent_id', '=', agentId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(left);
}
