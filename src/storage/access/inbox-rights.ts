import { type RawBuilder, sql } from 'kysely';
import { hasRight, type InboxRights, isRight, type Right } from '../../core/access/inbox-rights.ts';
import type { AgentId, InboxId, Json, WorkspaceId } from '../../core/ids.ts';
import type { Reader } from '../database.ts';

/**
 * The rights of an agent by inbox as JSON, for a statement that reads the agent anyway. SQL null while no inbox of the
 * workspace is restricted, which is nearly always: then nothing is looked up at all.
 */
export function rightsOf(workspaceId: WorkspaceId, agent: string): RawBuilder<Json> {
  const agentId = sql.ref(agent);
  return sql<Json>`case when ${isAnyRestricted(workspaceId)} then (
    select coalesce(json_object_agg(mine.id, mine.may) filter (where mine.may is not null), '{}') from (
      select b.id, case when b.is_restricted then (
        select g.may from inbox_grants g where g.workspace_id = ${workspaceId} and g.inbox_id = b.id
          and (g.agent_id = ${agentId} or g.team_id in (select t.team_id from team_members t where t.workspace_id = ${workspaceId} and t.agent_id = ${agentId}))
        order by array_position(array['see', 'answer', 'act', 'manage'], g.may) desc limit 1) else 'manage' end as may
      from inboxes b where b.workspace_id = ${workspaceId}) mine) end`;
}

/** For a statement that is asked with every request: it is planned each time, so it only says whether to ask more. */
export function isAnyRestricted(workspaceId: WorkspaceId): RawBuilder<boolean> {
  return sql<boolean>`exists (select from inboxes r where r.workspace_id = ${workspaceId} and r.is_restricted)`;
}

/** The same for one agent, where some inbox is restricted. */
export async function readInboxRights(db: Reader, workspaceId: WorkspaceId, agentId: AgentId): Promise<InboxRights> {
  const { rows } = await sql<{ inbox: InboxId; may: Right }>`
    select b.id as inbox, 'manage' as may from inboxes b where b.workspace_id = ${workspaceId} and not b.is_restricted
    union all
    select g.inbox_id, g.may from inbox_grants g where g.workspace_id = ${workspaceId} and g.agent_id = ${agentId}
    union all
    select g.inbox_id, g.may from team_members t
      join inbox_grants g on g.workspace_id = ${workspaceId} and g.team_id = t.team_id
      where t.workspace_id = ${workspaceId} and t.agent_id = ${agentId}`.execute(db);
  const rights = new Map<InboxId, Right>();
  for (const { inbox, may } of rows) if (!hasRight(rights, inbox, may)) rights.set(inbox, may);
  return rights;
}

/** What is not understood gives no right. */
export function readRights(stored: Json): InboxRights {
  if (stored === null) return null;
  const given = Object.entries(stored as { readonly [inbox: string]: Json });
  return new Map(given.flatMap(([inbox, right]) => (isRight(right) ? [[inbox as InboxId, right]] : [])));
}

export function writeRights(rights: InboxRights): { readonly [inbox: string]: Right } | null {
  return rights === null ? null : Object.fromEntries(rights);
}
