import { sql } from 'kysely';
import { type InboxRights, rightsWith } from '../../core/access/inbox-rights.ts';
import { type Act, actsOf, type Role } from '../../core/access/role.ts';
import type { AgentId, Json, WorkspaceId } from '../../core/ids.ts';
import { readRights, rightsOf } from '../access/inbox-rights.ts';
import type { Reader } from '../database.ts';

/** What these agents may do where: nobody is given or told what they may not see. Those who do not work here (any more) are left out. */
export async function rightsOfAgents(
  db: Reader,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<ReadonlyMap<AgentId, InboxRights>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: AgentId; role: Role; acts: Act[] | null; rights: Json }>`
    select a.id, a.role, r.acts, ${rightsOf(workspaceId, 'a.id')} as rights from agents a
    left join roles r on r.workspace_id = ${workspaceId} and r.id = a.role_id
    where a.workspace_id = ${workspaceId} and a.id = any(${[...ids]}::uuid[]) and a.deactivated_at is null`.execute(db);
  return new Map(rows.map(({ id, role, acts, rights }) => [id, rightsWith(acts ?? actsOf(role), readRights(rights))]));
}
