import type { Generated, GeneratedAlways } from 'kysely';
import type { InboxState, LedgerState } from '../../core/conversation/states.ts';
import type { AgentId, InboxId, TeamId, WorkspaceId } from '../../core/ids.ts';
import type { JsonColumn, JsonWithDefault, NullableJson } from './json-column.ts';

export interface InboxesTable {
  workspace_id: WorkspaceId;
  id: InboxId;
  channel: string;
  external_id: string;
  name: string;
  handle: string | null;
  avatar_url: string | null;
  purpose: Generated<string>;
  brand: string | null;
  language: string | null;
  settings: JsonWithDefault;
  credentials: Uint8Array;
  state: Generated<InboxState>;
  state_detail: string | null;
  state_since: Generated<Date>;
  token_expires_at: Date | null;
  last_event_at: Date | null;
  last_call_at: Date | null;
  last_error_at: Date | null;
  last_error: string | null;
  last_count: NullableJson;
  quota: NullableJson;
  rests_until: Date | null;
  rests_because: string | null;
  checked_at: Date | null;
  last_check: NullableJson;
  sends_due: readonly string[] | null;
  sends: readonly string[] | null;
  at_once: NullableJson;
  asked_at: Date | null;
  hours: NullableJson;
  team_id: TeamId | null;
  owner_email: string | null;
  owner_mailed_at: Date | null;
  owner_taken_at: Date | null;
  owner_dead_at: Date | null;
  puller: string | null;
  puller_until: Date | null;
  removed_at: Date | null;
  is_restricted: Generated<boolean>;
  created_at: Generated<Date>;
}

export interface InboxCursorsTable {
  workspace_id: WorkspaceId;
  inbox_id: InboxId;
  stream: string;
  cursor: JsonColumn;
  updated_at: Date;
}

export interface DoorTable {
  id: number;
  seen_at: Date;
}

export interface InboxHoursTable {
  workspace_id: WorkspaceId;
  inbox_id: InboxId;
  hour: Date;
  heard: number;
  recovered: Generated<number>;
}

export interface InboxGapsTable {
  workspace_id: WorkspaceId;
  id: string;
  inbox_id: InboxId;
  stream: string;
  from_at: Date;
  to_at: Date;
  why: string;
  noted_at: Date;
  settled_at: Date | null;
  settled_by: AgentId | null;
}

export interface InboxAlertsTable {
  workspace_id: WorkspaceId;
  id: string;
  inbox_id: InboxId;
  kind: string;
  detail: string;
  todo: string;
  since: Date;
  seen_at: Date;
  told_at: Date | null;
  ended_at: Date | null;
  ended_told_at: Date | null;
}

export interface LedgerTable {
  workspace_id: WorkspaceId;
  id: GeneratedAlways<number>;
  family: string;
  inbox_id: InboxId | null;
  source: string;
  headers: JsonColumn;
  body: Uint8Array;
  received_at: Date;
  state: Generated<LedgerState>;
  reason: string | null;
  outcome: NullableJson;
  attempts: Generated<number>;
  filed_at: Date | null;
  redacted_at: Date | null;
}
