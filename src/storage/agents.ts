import { sql } from 'kysely';
import { type Act, actsOf, isAct, type Role } from '../core/access/role.ts';
import type { AgentId, RoleId, TeamId, WorkspaceId } from '../core/ids.ts';
import type { Reader, Tx } from './database.ts';

export interface AgentRow {
  readonly id: AgentId;
  readonly email: string;
  readonly name: string;
  /** With a role of the workspace's own: the built-in one that it ranks as. */
  readonly role: Role;
  readonly customRole: { readonly id: RoleId; readonly name: string } | null;
  /** What they may do, whichever role it comes from. */
  readonly acts: readonly Act[];
  readonly teamIds: readonly TeamId[];
  readonly isActive: boolean;
  readonly passwordHash: string | null;
  /** Null: invited, and never here yet. */
  readonly firstSignedInAt: Date | null;
  readonly hasSecondFactor: boolean;
}

/** False when the address is taken. */
export async function addAgent(
  tx: Tx,
  workspaceId: WorkspaceId,
  agent: {
    readonly id: AgentId;
    readonly email: string;
    readonly name: string;
    readonly role: Role;
    readonly roleId?: RoleId | null;
  },
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
      role_id: agent.roleId ?? null,
      password_hash: null,
      deactivated_at: null,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'email']).doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function readAgent(db: Reader, workspaceId: WorkspaceId, id: AgentId): Promise<AgentRow | null> {
  const row = await agentsOf(db, workspaceId).where('agents.id', '=', id).executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** @param email as `normalEmail` writes it */
export async function findAgentByEmail(db: Reader, workspaceId: WorkspaceId, email: string): Promise<AgentRow | null> {
  const row = await agentsOf(db, workspaceId).where('email', '=', email).executeTakeFirst();
  return row ? fromRow(row) : null;
}

export async function listAgents(db: Reader, workspaceId: WorkspaceId): Promise<readonly AgentRow[]> {
  return (await agentsOf(db, workspaceId).orderBy('agents.name').orderBy('agents.id').execute()).map(fromRow);
}

export interface AgentChange {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  /** Both together: what it ranks as follows from which it is. */
  readonly role?: { readonly role: Role; readonly roleId: RoleId | null } | undefined;
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
  const changes = {
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email }),
    ...(role === undefined ? {} : { role: role.role, role_id: role.roleId }),
    ...(deactivatedAt === undefined ? {} : { deactivated_at: deactivatedAt }),
    ...(passwordHash === undefined ? {} : { password_hash: passwordHash }),
  };
  if (Object.keys(changes).length === 0) return readAgent(tx, workspaceId, id);
  const done = await tx
    .updateTable('agents')
    .set(changes)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n ? readAgent(tx, workspaceId, id) : null;
}

/** From now on no longer merely invited. */
export async function markSignedIn(tx: Tx, workspaceId: WorkspaceId, id: AgentId, now: Date): Promise<void> {
  await tx
    .updateTable('agents')
    .set({ first_signed_in_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('first_signed_in_at', 'is', null)
    .execute();
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
    .leftJoin('roles', (join) =>
      join.onRef('roles.workspace_id', '=', 'agents.workspace_id').onRef('roles.id', '=', 'agents.role_id'),
    )
    .select([
      'agents.id',
      'email',
      'agents.name',
      'role',
      'role_id',
      'roles.name as role_name',
      'roles.acts as role_acts',
    ])
    .select(['deactivated_at', 'password_hash', 'first_signed_in_at', hasSecondFactor(workspaceId)])
    .select(
      sql<TeamId[]>`array(select m.team_id::text from team_members m
        where m.workspace_id = agents.workspace_id and m.agent_id = agents.id order by m.team_id)`.as('team_ids'),
    )
    .where('agents.workspace_id', '=', workspaceId);
}

const hasSecondFactor = (workspaceId: WorkspaceId) =>
  sql<boolean>`(exists (select 1 from totp_secrets t
      where t.workspace_id = ${workspaceId} and t.agent_id = agents.id and t.confirmed_at is not null)
    or exists (select 1 from passkeys k where k.workspace_id = ${workspaceId} and k.agent_id = agents.id))`.as(
    'has_second_factor',
  );

function fromRow(row: {
  id: AgentId;
  email: string;
  name: string;
  role: Role;
  role_id: RoleId | null;
  role_name: string | null;
  role_acts: string[] | null;
  team_ids: TeamId[];
  deactivated_at: Date | null;
  password_hash: string | null;
  first_signed_in_at: Date | null;
  has_second_factor: boolean;
}): AgentRow {
  const { id, email, name, role } = row;
  return {
    id,
    email,
    name,
    role,
    customRole: row.role_id && { id: row.role_id, name: row.role_name ?? '' },
    acts: row.role_acts?.filter(isAct) ?? actsOf(role),
    teamIds: row.team_ids,
    isActive: row.deactivated_at === null,
    passwordHash: row.password_hash,
    firstSignedInAt: row.first_signed_in_at,
    hasSecondFactor: row.has_second_factor,
  };
}
