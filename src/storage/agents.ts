import { sql } from 'kysely';
import type { Role } from '../core/access/role.ts';
import type { AgentId, WorkspaceId } from '../core/ids.ts';
import type { Reader, Tx } from './database.ts';

export interface AgentRow {
  readonly id: AgentId;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly isActive: boolean;
  readonly passwordHash: string | null;
}

/** False when the address is taken. */
export async function addAgent(
  tx: Tx,
  workspaceId: WorkspaceId,
  agent: { readonly id: AgentId; readonly email: string; readonly name: string; readonly role: Role },
  now: Date,
): Promise<boolean> {
  const done = await tx
    .insertInto('agents')
    .values({
      workspace_id: workspaceId,
      id: agent.id,
      email: agent.email,
      name: agent.name,
      role: agent.role,
      password_hash: null,
      deactivated_at: null,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'email']).doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function readAgent(db: Reader, workspaceId: WorkspaceId, id: AgentId): Promise<AgentRow | null> {
  const row = await agentsOf(db, workspaceId).where('id', '=', id).executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** @param email as `normalEmail` writes it */
export async function findAgentByEmail(db: Reader, workspaceId: WorkspaceId, email: string): Promise<AgentRow | null> {
  const row = await agentsOf(db, workspaceId).where('email', '=', email).executeTakeFirst();
  return row ? fromRow(row) : null;
}

export async function listAgents(db: Reader, workspaceId: WorkspaceId): Promise<readonly AgentRow[]> {
  return (await agentsOf(db, workspaceId).orderBy('name').orderBy('id').execute()).map(fromRow);
}

export interface AgentChange {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly role?: Role | undefined;
  readonly deactivatedAt?: Date | null | undefined;
  readonly passwordHash?: string | undefined;
}

export async function updateAgent(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: AgentId,
  change: AgentChange,
): Promise<AgentRow | null> {
  const { name, email, role, deactivatedAt, passwordHash } = change;
  const row = await tx
    .updateTable('agents')
    .set({
      ...(name === undefined ? {} : { name }),
      ...(email === undefined ? {} : { email }),
      ...(role === undefined ? {} : { role }),
      ...(deactivatedAt === undefined ? {} : { deactivated_at: deactivatedAt }),
      ...(passwordHash === undefined ? {} : { password_hash: passwordHash }),
    })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** Active owners, locked until the transaction ends: of two who step down at once, the second sees the first. */
export async function lockOwners(tx: Tx, workspaceId: WorkspaceId): Promise<readonly AgentId[]> {
  const { rows } = await sql<{ id: AgentId }>`select id from agents
    where workspace_id = ${workspaceId} and role = 'owner' and deactivated_at is null order by id for update`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

function agentsOf(db: Reader, workspaceId: WorkspaceId) {
  return db
    .selectFrom('agents')
    .select(['id', 'email', 'name', 'role', 'deactivated_at', 'password_hash'])
    .where('workspace_id', '=', workspaceId);
}

function fromRow(row: {
  id: AgentId;
  email: string;
  name: string;
  role: Role;
  deactivated_at: Date | null;
  password_hash: string | null;
}): AgentRow {
  const { id, email, name, role } = row;
  return { id, email, name, role, isActive: row.deactivated_at === null, passwordHash: row.password_hash };
}
