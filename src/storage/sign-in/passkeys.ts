import type { AgentId, WorkspaceId } from '../../core/ids.ts';
import type { Reader, Tx } from '../database.ts';

export interface PasskeyRow {
  readonly id: string;
  readonly agentId: AgentId;
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

/** False when this very key is known here already. */
export async function addPasskey(
  tx: Tx,
  workspaceId: WorkspaceId,
  key: Omit<PasskeyRow, 'lastUsedAt'>,
): Promise<boolean> {
  const done = await tx
    .insertInto('passkeys')
    .values({
      workspace_id: workspaceId,
      id: key.id,
      agent_id: key.agentId,
      credential_id: key.credentialId,
      public_key: key.publicKey,
      counter: key.counter,
      transports: [...key.transports],
      name: key.name,
      created_at: key.createdAt,
      last_used_at: null,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'credential_id']).doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function listPasskeys(
  db: Reader,
  workspaceId: WorkspaceId,
  agentId: AgentId,
): Promise<readonly PasskeyRow[]> {
  const rows = await db
    .selectFrom('passkeys')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('agent_id', '=', agentId)
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

export async function findPasskey(
  db: Reader,
  workspaceId: WorkspaceId,
  credentialId: string,
): Promise<PasskeyRow | null> {
  const row = await db
    .selectFrom('passkeys')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('credential_id', '=', credentialId)
    .executeTakeFirst();
  return row ? fromRow(row) : null;
}

export async function touchPasskey(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  counter: number,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('passkeys')
    .set({ counter, last_used_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function renamePasskey(
  tx: Tx,
  workspaceId: WorkspaceId,
  agentId: AgentId,
  id: string,
  name: string,
): Promise<PasskeyRow | null> {
  const row = await tx
    .updateTable('passkeys')
    .set({ name })
    .where('workspace_id', '=', workspaceId)
    .where('agent_id', '=', agentId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** One of an agent's, or all of them. How they were called. */
export async function removePasskeys(
  tx: Tx,
  workspaceId: WorkspaceId,
  agentId: AgentId,
  id: string | null = null,
): Promise<readonly string[]> {
  let removing = tx.deleteFrom('passkeys').where('workspace_id', '=', workspaceId).where('agent_id', '=', agentId);
  if (id) removing = removing.where('id', '=', id);
  return (await removing.returning('name').execute()).map(({ name }) => name);
}

function fromRow(row: {
  id: string;
  agent_id: AgentId;
  credential_id: string;
  public_key: Uint8Array;
  counter: number;
  transports: string[];
  name: string;
  created_at: Date;
  last_used_at: Date | null;
}): PasskeyRow {
  return {
    id: row.id,
    agentId: row.agent_id,
    credentialId: row.credential_id,
    publicKey: row.public_key,
    counter: row.counter,
    transports: row.transports,
    name: row.name,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  };
}
