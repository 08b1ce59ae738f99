import type { GeneratedAlways } from 'kysely';
import type { Right } from '../../core/access/inbox-rights.ts';
import type { AgentId, InboxId, RoleId, TeamId, WorkspaceId } from '../../core/ids.ts';

export interface RolesTable {
  workspace_id: WorkspaceId;
  id: RoleId;
  name: string;
  acts: string[];
  created_at: Date;
}

export interface TeamsTable {
  workspace_id: WorkspaceId;
  id: TeamId;
  name: string;
  created_at: Date;
}

export interface TeamMembersTable {
  workspace_id: WorkspaceId;
  team_id: TeamId;
  agent_id: AgentId;
}

export interface InboxGrantsTable {
  workspace_id: WorkspaceId;
  inbox_id: InboxId;
  agent_id: AgentId | null;
  team_id: TeamId | null;
  /** Made by the database: whichever of the two it is. */
  holder_id: GeneratedAlways<string>;
  may: Right;
}
