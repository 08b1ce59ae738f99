import type { ColumnType, Generated } from 'kysely';
import type { Filter, Sort } from '../../core/conversation/filter.ts';
import type { AgentId, TeamId, ViewId, WorkspaceId } from '../../core/ids.ts';

export interface SavedViewsTable {
  workspace_id: WorkspaceId;
  id: ViewId;
  name: string;
  filter: ColumnType<Filter, string, string>;
  sort: Sort;
  audience: 'me' | 'everybody' | 'team';
  team_id: TeamId | null;
  owner_id: AgentId | null;
  position: Generated<number>;
  created_at: Date;
  changed_at: Date;
}
