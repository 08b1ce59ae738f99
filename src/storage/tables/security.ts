import type { Generated } from 'kysely';
import type { AgentId, WorkspaceId } from '../../core/ids.ts';

export type OpenedBy = 'password' | 'link' | 'passkey' | 'oidc';
export type LinkKind = 'sign_in' | 'invitation' | 'machine';

export interface SecurityPoliciesTable {
  workspace_id: WorkspaceId;
  require_second_factor: boolean;
  session_days: number;
  allow_passwords: boolean;
}

export interface SignInTicketsTable {
  workspace_id: WorkspaceId;
  token_hash: Uint8Array;
  agent_id: AgentId;
  first_by: 'password' | 'link';
  tries: Generated<number>;
  challenge: string | null;
  expires_at: Date;
  used_at: Date | null;
}

export interface SignInTriesTable {
  workspace_id: WorkspaceId;
  key: Uint8Array;
  tries: number;
  ends_at: Date;
}

export interface SpentChallengesTable {
  workspace_id: WorkspaceId;
  challenge: string;
  expires_at: Date;
}

export interface TotpSecretsTable {
  workspace_id: WorkspaceId;
  agent_id: AgentId;
  sealed: Uint8Array;
  started_at: Date;
  confirmed_at: Date | null;
  last_step: Generated<number>;
}

export interface RecoveryCodesTable {
  workspace_id: WorkspaceId;
  agent_id: AgentId;
  code_hash: Uint8Array;
  used_at: Date | null;
}

export interface PasskeysTable {
  workspace_id: WorkspaceId;
  id: string;
  agent_id: AgentId;
  credential_id: string;
  public_key: Uint8Array;
  counter: number;
  transports: string[];
  name: string;
  created_at: Date;
  last_used_at: Date | null;
}

export interface OidcProvidersTable {
  workspace_id: WorkspaceId;
  id: string;
  name: string;
  issuer: string;
  client_id: string;
  client_secret: Uint8Array | null;
  may_join: boolean;
  domains: string[];
  is_enabled: Generated<boolean>;
  vouched_acts: string[];
  created_at: Date;
}

export interface OidcIdentitiesTable {
  workspace_id: WorkspaceId;
  issuer: string;
  subject: string;
  agent_id: AgentId;
  created_at: Date;
}
