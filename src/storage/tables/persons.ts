import type { GeneratedAlways } from 'kysely';
import type { AgentId, ContactId, IdentityId, MessageId, WorkspaceId } from '../../core/ids.ts';
import type { JsonWithDefault } from './json-column.ts';

export interface ContactKeysTable {
  workspace_id: WorkspaceId;
  kind: string;
  key: string;
  identity_id: IdentityId;
  source: 'own' | 'said';
  is_private: boolean;
  message_id: MessageId | null;
  at: Date;
}

export interface IdentityNamesTable {
  workspace_id: WorkspaceId;
  identity_id: IdentityId;
  folded: string;
  name: string;
  first_at: Date;
  last_at: Date;
}

export interface NotSamePeopleTable {
  workspace_id: WorkspaceId;
  a_id: ContactId;
  b_id: ContactId;
  said_by: AgentId | null;
  at: Date;
}

export interface ContactMergesTable {
  workspace_id: WorkspaceId;
  id: string;
  position: GeneratedAlways<number>;
  into_id: ContactId;
  from_id: ContactId;
  before_into: JsonWithDefault;
  before_from: JsonWithDefault;
  moved: JsonWithDefault;
  merged_by: AgentId | null;
  at: Date;
  undone_by: AgentId | null;
  undone_at: Date | null;
}

export interface CompaniesTable {
  workspace_id: WorkspaceId;
  id: string;
  name: string;
  folded: string;
  created_by: AgentId | null;
  created_at: Date;
}

export interface CompanyDomainsTable {
  workspace_id: WorkspaceId;
  domain: string;
  company_id: string;
}

export interface SegmentsTable {
  workspace_id: WorkspaceId;
  id: string;
  name: string;
  folded: string;
  filter: JsonWithDefault;
  created_by: AgentId | null;
  created_at: Date;
}
