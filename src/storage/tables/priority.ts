import type { Generated } from 'kysely';
import type { AgentId, TeamId, WorkspaceId } from '../../core/ids.ts';
import type { NullableJson } from './json-column.ts';

export interface PriorityScalesTable {
  workspace_id: WorkspaceId;
  id: string;
  team_id: TeamId | null;
  version: number;
  weights: NullableJson;
  why: Generated<string>;
  made_by: AgentId | null;
  made_at: Date;
  restores: number | null;
  spread_to: string | null;
  spread_at: Date | null;
}
