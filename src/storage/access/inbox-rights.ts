import { type RawBuilder, sql } from 'kysely';
import { type InboxRights, isRight, type Right } from '../../core/access/inbox-rights.ts';
import type { InboxId, Json, WorkspaceId } from '../../core/ids.ts';

/**
 * The rights of an agent by inbox as JSON, for a statement that reads the agent anyway. SQL null while no inbox of the
 * workspace is restricted, which is nearly always: then nothing is looked up at all.
 */
export function rightsOf(workspaceId: WorkspaceId, agent: string): RawBuilder<Json> {
  const agentId = sql.ref(agent);
  return sql<Json>`case when exists (select from inboxes r where r.workspace_id = ${workspaceId} and r.is_restricted) then (
    select coalesce(json_object_agg(mine.id, mine.may) filter (where mine.may is not null), '{}') from (
      select b.id, case when b.is_restricted then (
        select g.may from inbox_grants g where g.workspace_id = ${workspaceId} and g.inbox_id = b.id
          and (g.agent_id = ${agentId} or g.team_id in (select t.team_id from team_members t where t.workspace_id = ${workspaceId} and t.agent_id = ${agentId}))
        order by array_position(array['see', 'answer', 'act', 'manage'], g.may) desc limit 1) else 'manage' end as may
      from inboxes b where b.workspace_id = ${workspaceId}) mine) end`;
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
