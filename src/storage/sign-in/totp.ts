import type { AgentId, WorkspaceId } from '../../core/ids.ts';
import type { Reader, Tx } from '../database.ts';

export interface TotpRow {
  /** Opens with the seal alone. */
  readonly sealed: Uint8Array;
  readonly confirmedAt: Date | null;
}

/** False when one is in use already: that one has to be taken away first. One that was never confirmed is replaced. */
export async function startTotp(
  tx: Tx,
  workspaceId: WorkspaceId,
  agentId: AgentId,
  sealed: Uint8Array,
  now: Date,
): Promise<boolean> {
  const done = await tx
    .insertInto('totp_secrets')
    .values({ workspace_id: workspaceId, agent_id: agentId, sealed, started_at: now, confirmed_at: null })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'agent_id'])
        .doUpdateSet({ sealed, started_at: now, last_step: 0 })
        .where('totp_secrets.confirmed_at', 'is', null),
    )
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function readTotp(db: Reader, workspaceId: WorkspaceId, agentId: AgentId): Promise<TotpRow | null> {
  const row = await db
    .selectFrom('totp_secrets')
    .select(['sealed', 'confirmed_at'])
    .where('workspace_id', '=', workspaceId)
    .where('agent_id', '=', agentId)
    .executeTakeFirst();
  return row ? { sealed: row.sealed, confirmedAt: row.confirmed_at } : null;
}

/** False when it was confirmed before. */
export async function confirmTotp(tx: Tx, workspaceId: WorkspaceId, agentId: AgentId, now: Date): Promise<boolean> {
  const done = await tx
    .updateTable('totp_secrets')
    .set({ confirmed_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('agent_id', '=', agentId)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Takes the code of one half minute; false when that one or a later one was taken before. */
export async function takeStep(tx: Tx, workspaceId: WorkspaceId, agentId: AgentId, step: number): Promise<boolean> {
  const done = await tx
    .updateTable('totp_secrets')
    .set({ last_step: step })
    .where('workspace_id', '=', workspaceId)
    .where('agent_id', '=', agentId)
    .where('last_step', '<', step)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

export async function removeTotp(tx: Tx, workspaceId: WorkspaceId, agentId: AgentId): Promise<boolean> {
  const done = await tx
    .deleteFrom('totp_secrets')
    .where('workspace_id', '=', workspaceId)
    .where('agent_id', '=', agentId)
    .executeTakeFirst();
  return done.numDeletedRows > 0n;
}
