import { sql } from 'kysely';
import { type Act, actsOf, type Role } from '../../core/access/role.ts';
import type { AgentId, ConversationId, TeamId, WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';

/** Whoever could be told of a clock. */
export interface CrewMember {
  readonly id: AgentId;
  readonly teamIds: readonly TeamId[];
  /** May tune answer times, and is told where nobody else has it. */
  readonly isLead: boolean;
}

export async function readCrew(tx: Tx, workspaceId: WorkspaceId): Promise<readonly CrewMember[]> {
  const { rows } = await sql<{ id: AgentId; role: Role; acts: Act[] | null; teamIds: TeamId[] }>`
    select a.id, a.role, r.acts, array(select t.team_id from team_members t
      where t.workspace_id = ${workspaceId} and t.agent_id = a.id) as "teamIds"
    from agents a left join roles r on r.workspace_id = ${workspaceId} and r.id = a.role_id
    where a.workspace_id = ${workspaceId} and a.deactivated_at is null`.execute(tx);
  return rows.map(({ id, role, acts, teamIds }) => ({
    id,
    teamIds,
    isLead: (acts ?? actsOf(role)).includes('triage.manage'),
  }));
}

/** What was said last in each, for whoever is called to it. */
export async function previewsOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: ConversationId; preview: string }>`select id, preview from conversations
    where workspace_id = ${workspaceId} and id = any(${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, preview }) => [id, preview]));
}
