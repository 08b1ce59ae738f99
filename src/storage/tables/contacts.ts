import type { GeneratedAlways } from 'kysely';
import type { AgentId, ContactId, IdentityId, WorkspaceId } from '../../core/ids.ts';
import type { JsonWithDefault } from './json-column.ts';

export interface ContactsTable {
  workspace_id: WorkspaceId;
  id: ContactId;
  name: string;
  avatar_url: string | null;
  language: string | null;
  created_at: Date;
  fields: JsonWithDefault;
  blocked_at: Date | null;
  blocked_by: AgentId | null;
  muted_at: Date | null;
  muted_by: AgentId | null;
  vip_at: Date | null;
  vip_by: AgentId | null;
  orders_count: number | null;
  orders_value: string | null;
  last_order_at: Date | null;
  merged_into_id: ContactId | null;
  lifecycle: string | null;
  lifecycle_by: AgentId | null;
  company_id: string | null;
  company_by: AgentId | null;
  /** Made from `name` by the database. */
  folded: GeneratedAlways<string>;
}

export interface IdentitiesTable {
  workspace_id: WorkspaceId;
  id: IdentityId;
  contact_id: ContactId;
  channel: string;
  scope: string;
  external_id: string;
  name: string | null;
  handle: string | null;
  avatar_url: string | null;
  followers: number | null;
  looked_up_at: Date | null;
  created_at: Date;
}
