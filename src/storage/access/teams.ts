import { sql } from 'kysely';
import type { Right } from '../../core/access/inbox-rights.ts';
import type { AgentId, ConversationId, InboxId, TeamId, WorkspaceId } from '../../core/ids.ts';
import type { Reader, Tx } from '../database.ts';
import { unlessTaken } from '../unless-taken.ts';

export interface TeamRow {
  readonly id: TeamId;
  readonly name: string;
  readonly agentIds: readonly AgentId[];
}

export async function listTeams(db: Reader, workspaceId: WorkspaceId): Promise<readonly TeamRow[]> {
  return teamsOf(db, workspaceId).orderBy('t.name').orderBy('t.id').execute();
}

export async function readTeam(db: Reader, workspaceId: WorkspaceId, id: TeamId): Promise<TeamRow | null> {
  return (await teamsOf(db, workspaceId).where('t.id', '=', id).executeTakeFirst()) ?? null;
}

/** Held until the transaction ends. */
export async function lockTeam(tx: Tx, workspaceId: WorkspaceId, id: TeamId): Promise<TeamRow | null> {
  const one = tx.selectFrom('teams').select('id').where('workspace_id', '=', workspaceId).where('id', '=', id);
  return (await one.forUpdate().executeTakeFirst()) ? readTeam(tx, workspaceId, id) : null;
}

/** False: the id or the name is taken. */
export async function addTeam(
  tx: Tx,
  workspaceId: WorkspaceId,
  team: { readonly id: TeamId; readonly name: string },
  now: Date,
): Promise<boolean> {
  const done = await tx
    .insertInto('teams')
    .values({ workspace_id: workspaceId, id: team.id, name: team.name, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** False: the name is taken. */
export function renameTeam(tx: Tx, workspaceId: WorkspaceId, id: TeamId, name: string): Promise<boolean> {
  return unlessTaken(tx, () =>
    tx.updateTable('teams').set({ name }).where('workspace_id', '=', workspaceId).where('id', '=', id).execute(),
  );
}

/** These and nobody else. @returns the ids that no agent has; then nothing was written */
export async function putMembers(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: TeamId,
  agentIds: readonly AgentId[],
): Promise<readonly AgentId[]> {
  const asked = sql`json_array_elements_text(${JSON.stringify(agentIds)}::json) asked (id)`;
  const unknown = await sql<{ id: AgentId }>`select asked.id from ${asked} where not exists (
    select from agents a where a.workspace_id = ${workspaceId} and a.id = asked.id::uuid)`.execute(tx);
  if (unknown.rows.length > 0) return unknown.rows.map((row) => row.id);
  await sql`delete from team_members where workspace_id = ${workspaceId} and team_id = ${id}
    and agent_id not in (select asked.id::uuid from ${asked})`.execute(tx);
  await sql`insert into team_members (workspace_id, team_id, agent_id)
    select ${workspaceId}, ${id}, asked.id::uuid from ${asked} on conflict do nothing`.execute(tx);
  return [];
}

/** Where the team may do what. */
export async function grantsOfTeam(
  db: Reader,
  workspaceId: WorkspaceId,
  id: TeamId,
): Promise<readonly { readonly inboxId: InboxId; readonly right: Right }[]> {
  return db
    .selectFrom('inbox_grants')
    .select(['inbox_id as inboxId', 'may as right'])
    .where('workspace_id', '=', workspaceId)
    .where('team_id', '=', id)
    .execute();
}

/** Dissolves it. @returns the conversations that were its own and are nobody's team's now */
export async function removeTeam(tx: Tx, workspaceId: WorkspaceId, id: TeamId): Promise<readonly ConversationId[]> {
  const { rows } = await sql<{ id: ConversationId }>`
    update conversations set team_id = null where workspace_id = ${workspaceId} and team_id = ${id} returning id`.execute(
    tx,
  );
  await tx.deleteFrom('teams').where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
  return rows.map((row) => row.id);
}

function teamsOf(db: Reader, workspaceId: WorkspaceId) {
  return db
    .selectFrom('teams as t')
    .select(['t.id', 't.name'])
    .select(
      sql<AgentId[]>`array(select m.agent_id::text from team_members m
        where m.workspace_id = t.workspace_id and m.team_id = t.id order by m.agent_id)`.as('agentIds'),
    )
    .where('t.workspace_id', '=', workspaceId);
}
