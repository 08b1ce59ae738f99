import { sql } from 'kysely';
import type { Act, Role } from '../../core/access/role.ts';
import { isAct } from '../../core/access/role.ts';
import type { RoleId, WorkspaceId } from '../../core/ids.ts';
import type { Reader, Tx } from '../database.ts';
import { unlessTaken } from '../unless-taken.ts';

/** A role of the workspace's own. */
export interface RoleRow {
  readonly id: RoleId;
  readonly name: string;
  readonly acts: readonly Act[];
  /** How many have it. */
  readonly agents: number;
}

export async function listRoles(db: Reader, workspaceId: WorkspaceId): Promise<readonly RoleRow[]> {
  const rows = await rolesOf(db, workspaceId).orderBy('r.name').orderBy('r.id').execute();
  return rows.map(fromRow);
}

export async function readRole(db: Reader, workspaceId: WorkspaceId, id: RoleId): Promise<RoleRow | null> {
  const row = await rolesOf(db, workspaceId).where('r.id', '=', id).executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** Held until the transaction ends: nobody is given it while it is changed or taken away, and the other way round. */
export async function lockRole(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: RoleId,
  what: 'to change' | 'to give',
): Promise<RoleRow | null> {
  const one = tx.selectFrom('roles').select('id').where('workspace_id', '=', workspaceId).where('id', '=', id);
  const held = await (what === 'to change' ? one.forUpdate() : one.forShare()).executeTakeFirst();
  return held ? readRole(tx, workspaceId, id) : null;
}

/** False: the id or the name is taken. */
export async function addRole(
  tx: Tx,
  workspaceId: WorkspaceId,
  role: Omit<RoleRow, 'agents'>,
  now: Date,
): Promise<boolean> {
  const done = await tx
    .insertInto('roles')
    .values({ workspace_id: workspaceId, id: role.id, name: role.name, acts: [...role.acts], created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Whoever has it ranks anew with it. False: the name is taken. */
export function updateRole(
  tx: Tx,
  workspaceId: WorkspaceId,
  { id, name, acts }: Omit<RoleRow, 'agents'>,
  rank: Role,
): Promise<boolean> {
  return unlessTaken(tx, async () => {
    await sql`with changed as (
        update roles set name = ${name}, acts = ${[...acts]} where workspace_id = ${workspaceId} and id = ${id}
      ) update agents set role = ${rank} where workspace_id = ${workspaceId} and role_id = ${id} and role <> ${rank}`.execute(
      tx,
    );
  });
}

export async function removeRole(tx: Tx, workspaceId: WorkspaceId, id: RoleId): Promise<void> {
  await tx.deleteFrom('roles').where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
}

/** Who has it, by name; whoever is deactivated has it too. */
export async function namesWithRole(db: Reader, workspaceId: WorkspaceId, id: RoleId): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('agents')
    .select('name')
    .where('workspace_id', '=', workspaceId)
    .where('role_id', '=', id)
    .orderBy('name')
    .execute();
  return rows.map(({ name }) => name);
}

function rolesOf(db: Reader, workspaceId: WorkspaceId) {
  return db
    .selectFrom('roles as r')
    .select(['r.id', 'r.name', 'r.acts'])
    .select(
      sql<number>`(select count(*)::int from agents a where a.workspace_id = r.workspace_id and a.role_id = r.id)`.as(
        'agents',
      ),
    )
    .where('r.workspace_id', '=', workspaceId);
}

/** An act that this version does not know allows nothing. */
function fromRow(row: { id: RoleId; name: string; acts: string[]; agents: number }): RoleRow {
  return { ...row, acts: row.acts.filter(isAct) };
}
