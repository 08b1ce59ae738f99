import { sql } from 'kysely';
import type { AgentId, TeamId, WorkspaceId } from '../../core/ids.ts';
import type { Reader } from '../database.ts';

/** Everybody whom these mentions call, once each. `isComplete`: all of them are agents at work and teams of the workspace. */
export async function whoIsCalled(
  db: Reader,
  workspaceId: WorkspaceId,
  { agents, teams }: { readonly agents: readonly AgentId[]; readonly teams: readonly TeamId[] },
): Promise<{ readonly called: readonly AgentId[]; readonly isComplete: boolean }> {
  const { rows } = await sql<{ a: 'agent' | 'team' | 'member'; id: AgentId }>`
    select 'agent' as a, id from agents where workspace_id = ${workspaceId} and id = any(${[...agents]}::uuid[]) and deactivated_at is null
    union all select 'team', id from teams where workspace_id = ${workspaceId} and id = any(${[...teams]}::uuid[])
    union all select 'member', agent_id from team_members where workspace_id = ${workspaceId} and team_id = any(${[...teams]}::uuid[])`.execute(
    db,
  );
  const count = (a: 'agent' | 'team') => rows.filter((row) => row.a === a).length;
  return {
    called: [...new Set(rows.filter(({ a }) => a !== 'team').map(({ id }) => id))],
    isComplete: count('agent') === agents.length && count('team') === teams.length,
  };
}
