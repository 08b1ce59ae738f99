import { sql } from 'kysely';
import type { Filter, Sort } from '../../core/conversation/filter.ts';
import type { AgentId, TeamId, ViewId, WorkspaceId } from '../../core/ids.ts';
import type { Reader } from '../database.ts';

export interface SavedView {
  readonly id: ViewId;
  readonly name: string;
  readonly filter: Filter;
  readonly sort: Sort;
  readonly audience: 'me' | 'everybody' | 'team';
  readonly teamId: TeamId | null;
  readonly ownerId: AgentId | null;
  readonly position: number;
}

export const VIEW_COLUMNS = [
  'id',
  'name',
  'filter',
  'sort',
  'audience',
  'team_id as teamId',
  'owner_id as ownerId',
  'position',
] as const;

/** All views of a workspace, in the order in which they stand. Who sees which is decided by `seesView`. */
export async function listViews(db: Reader, workspaceId: WorkspaceId): Promise<readonly SavedView[]> {
  return db
    .selectFrom('saved_views')
    .select(VIEW_COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .orderBy('position')
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .execute();
}

export function readView(db: Reader, workspaceId: WorkspaceId, id: ViewId): Promise<SavedView | undefined> {
  return db
    .selectFrom('saved_views')
    .select(VIEW_COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The teams of each agent. */
export async function readTeams(
  db: Reader,
  workspaceId: WorkspaceId,
  agentId?: AgentId,
): Promise<ReadonlyMap<AgentId, readonly TeamId[]>> {
  const rows = await db
    .selectFrom('team_members')
    .select(['agent_id', 'team_id'])
    .where('workspace_id', '=', workspaceId)
    .$if(agentId !== undefined, (query) => query.where('agent_id', '=', agentId as AgentId))
    .orderBy('team_id')
    .execute();
  const byAgent = Map.groupBy(rows, (row) => row.agent_id as AgentId);
  return new Map([...byAgent].map(([id, own]) => [id, own.map((row) => row.team_id as TeamId)]));
}
