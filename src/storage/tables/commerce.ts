import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Delivery, Payment } from '../../core/commerce/order.ts';
import type { AgentId, ContactId, IdentityId, WorkspaceId } from '../../core/ids.ts';
import type { JsonColumn, JsonWithDefault, NullableJson } from './json-column.ts';

export interface ShopsTable {
  workspace_id: WorkspaceId;
  id: string;
  kind: string;
  external_id: string;
  name: string;
  url: string | null;
  currency: string | null;
  credentials: Uint8Array;
  state: Generated<'connected' | 'needs_login' | 'trouble'>;
  state_detail: string | null;
  state_since: Date;
  warnings: JsonWithDefault;
  shapes: JsonWithDefault;
  cursor: NullableJson;
  read_at: Date | null;
  look_at: Date | null;
  synced_at: Date | null;
  heard_at: Date | null;
  failures: Generated<number>;
  created_at: Date;
  removed_at: Date | null;
}

export interface ShopEventsTable {
  workspace_id: WorkspaceId;
  shop_id: string;
  delivery: string;
  position: GeneratedAlways<number>;
  headers: JsonColumn;
  body: Uint8Array;
  received_at: Date;
  state: Generated<'waiting' | 'done' | 'ignored' | 'failed'>;
  reason: string | null;
  attempts: Generated<number>;
  due_at: Date;
  done_at: Date | null;
}

export interface OrdersTable {
  workspace_id: WorkspaceId;
  id: string;
  shop_id: string;
  external_id: string;
  number: string;
  number_key: string;
  placed_at: Date;
  changed_at: Date;
  cancelled_at: Date | null;
  payment: Payment;
  delivery: Delivery;
  currency: string;
  total: ColumnType<string, string, string>;
  refunded: ColumnType<string, string | undefined, string>;
  email: string | null;
  phone: string | null;
  customer_name: string | null;
  customer_id: string | null;
  items: JsonWithDefault;
  parcels: JsonWithDefault;
  url: string | null;
  status_url: string | null;
  redacted_at: Date | null;
  contact_id: ContactId | null;
  identity_id: IdentityId | null;
  matched_by: 'email' | 'phone' | 'hand' | null;
  matched_at: Date | null;
  matched_agent: AgentId | null;
  is_unlinked: Generated<boolean>;
  created_at: Date;
}

export interface OrderSeekersTable {
  workspace_id: WorkspaceId;
  id: GeneratedAlways<number>;
  identity_id: IdentityId;
}
