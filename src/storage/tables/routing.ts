import type { Generated, GeneratedAlways } from 'kysely';
import type { AgentId, TeamId, WorkspaceId } from '../../core/ids.ts';
import type { NullableJson } from './json-column.ts';

export interface AgentDesksTable {
  workspace_id: WorkspaceId;
  agent_id: AgentId;
  skills: Generated<string[]>;
  languages: Generated<string[]>;
  capacity: number | null;
  hours: Generated<string>;
  time_zone: Generated<string>;
  takes_part: boolean | null;
  away_since: Date | null;
  seen_at: Date | null;
  turn: Generated<number>;
  answers: Generated<number>;
  answer_seconds: Generated<number>;
  pleased: Generated<number>;
  displeased: Generated<number>;
  figures_at: Date | null;
}

export interface RoutingPoliciesTable {
  workspace_id: WorkspaceId;
  team_id: TeamId | null;
  scope: GeneratedAlways<string>;
  version: number;
  policy: NullableJson;
  made_by: AgentId | null;
  made_at: Date;
}

export interface RoutingTurnsTable {
  workspace_id: WorkspaceId;
  turn: Generated<number>;
}
