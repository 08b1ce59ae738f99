import { sql } from 'kysely';
import type { Right } from '../../core/access/inbox-rights.ts';
import type { AgentId, InboxId, TeamId, WorkspaceId } from '../../core/ids.ts';
import type { Reader, Tx } from '../database.ts';
import { jsonRows } from '../rows.ts';

/** What a person or a team may do with an inbox. Exactly one of the two is named. */
export interface Grant {
  readonly agentId: AgentId | null;
  readonly teamId: TeamId | null;
  readonly right: Right;
}
export interface NamedGrant extends Grant {
  readonly name: string;
}
export interface InboxAccess {
  readonly isOpen: boolean;
  readonly grants: readonly NamedGrant[];
}

/** Null: there is no such inbox. */
export async function readInboxAccess(db: Reader, workspaceId: WorkspaceId, id: InboxId): Promise<InboxAccess | null> {
  const inbox = await inboxOf(db, workspaceId, id).executeTakeFirst();
  if (!inbox) return null;
  const { rows } = await sql<NamedGrant>`
    select g.agent_id as "agentId", g.team_id as "teamId", g.may as right, coalesce(a.name, t.name) as name
    from inbox_grants g
    left join agents a on a.workspace_id = ${workspaceId} and a.id = g.agent_id
    left join teams t on t.workspace_id = ${workspaceId} and t.id = g.team_id
    where g.workspace_id = ${workspaceId} and g.inbox_id = ${id}
    order by g.team_id is null, name, g.holder_id`.execute(db);
  return { isOpen: !inbox.is_restricted, grants: rows };
}

/** The inbox held until the transaction ends, so that of two who change it the second sees the first. */
export async function lockInboxAccess(tx: Tx, workspaceId: WorkspaceId, id: InboxId): Promise<InboxAccess | null> {
  const held = await inboxOf(tx, workspaceId, id).forUpdate().executeTakeFirst();
  return held ? readInboxAccess(tx, workspaceId, id) : null;
}

/** These and no others; none: everybody may. @returns how many of them name nobody who is here; then nothing was written */
export async function putGrants(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: InboxId,
  grants: readonly Grant[],
): Promise<number> {
  const given = sql`json_to_recordset(${jsonRows(grants)}) as g ("agentId" uuid, "teamId" uuid, "right" text)`;
  const { rows } = await sql<{ strangers: number }>`select count(*)::int as strangers from ${given}
    left join agents a on a.workspace_id = ${workspaceId} and a.id = g."agentId"
    left join teams t on t.workspace_id = ${workspaceId} and t.id = g."teamId"
    where a.id is null and t.id is null`.execute(tx);
  const strangers = rows[0]?.strangers ?? 0;
  if (strangers > 0) return strangers;
  await sql`delete from inbox_grants where workspace_id = ${workspaceId} and inbox_id = ${id}`.execute(tx);
  await sql`insert into inbox_grants (workspace_id, inbox_id, agent_id, team_id, may)
    select ${workspaceId}, ${id}, g."agentId", g."teamId", g."right" from ${given}`.execute(tx);
  await sql`update inboxes set is_restricted = ${grants.length > 0} where workspace_id = ${workspaceId} and id = ${id}`.execute(
    tx,
  );
  return 0;
}

function inboxOf(db: Reader, workspaceId: WorkspaceId, id: InboxId) {
  return db.selectFrom('inboxes').select('is_restricted').where('workspace_id', '=', workspaceId).where('id', '=', id);
}
