import type { Generated } from 'kysely';
import type { Role } from '../../core/access/role.ts';
import type { AgentId, RoleId, WorkspaceId } from '../../core/ids.ts';
import type { JsonWithDefault, NullableJson } from './json-column.ts';
import type { LinkKind, OpenedBy } from './security.ts';

export interface AgentsTable {
  workspace_id: WorkspaceId;
  id: AgentId;
  email: string;
  name: string;
  role: Role;
  role_id: RoleId | null;
  password_hash: string | null;
  first_signed_in_at: Generated<Date | null>;
  deactivated_at: Date | null;
  preferences: JsonWithDefault;
  created_at: Generated<Date>;
}

export interface SessionsTable {
  workspace_id: WorkspaceId;
  token_hash: Uint8Array;
  agent_id: AgentId;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
  user_agent: Generated<string>;
  address: Generated<string>;
  opened_by: Generated<OpenedBy>;
}

export interface SignInLinksTable {
  workspace_id: WorkspaceId;
  token_hash: Uint8Array;
  agent_id: AgentId;
  expires_at: Date;
  used_at: Date | null;
  kind: Generated<LinkKind>;
}

export interface ApiTokensTable {
  workspace_id: WorkspaceId;
  id: string;
  token_hash: Uint8Array;
  name: string;
  scopes: string[];
  inbox_rights: NullableJson;
  created_by: AgentId | null;
  created_at: Date;
  expires_at: Date | null;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

export interface AuditLogTable {
  workspace_id: WorkspaceId;
  id: string;
  at: Date;
  actor_kind: string;
  actor_id: string | null;
  act: string;
  target: string | null;
  detail: JsonWithDefault;
  address: string | null;
}
