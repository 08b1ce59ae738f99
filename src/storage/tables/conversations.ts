import type { Generated } from 'kysely';
import type { Reach } from '../../core/channel/event.ts';
import type { ActorKind, Attention, Resolution } from '../../core/conversation/states.ts';
import type { AgentId, ContactId, ConversationId, IdentityId, InboxId, ThreadId, WorkspaceId } from '../../core/ids.ts';
import type { Kind, Urgency } from '../../core/understanding/understood.ts';
import type { JsonWithDefault, NullableJson } from './json-column.ts';

export interface ConversationsTable {
  workspace_id: WorkspaceId;
  id: ConversationId;
  inbox_id: InboxId;
  thread_id: ThreadId;
  channel: string;
  reach: Reach;
  contact_id: ContactId;
  identity_id: IdentityId;
  subject: string | null;
  preview: Generated<string>;
  language: string | null;
  attention: Attention | null;
  attention_reason: string | null;
  attention_by: AgentId | null;
  attention_at: Date | null;
  resolution: Generated<Resolution>;
  resolution_by: AgentId | null;
  resolution_at: Date | null;
  assignee_id: AgentId | null;
  priority: Generated<number>;
  priority_parts: JsonWithDefault;
  waiting_since: Date | null;
  opened_at: Date | null;
  opened_by: AgentId | null;
  snoozed_until: Date | null;
  answered_elsewhere_at: Date | null;
  first_response_at: Date | null;
  first_response_by: AgentId | null;
  last_inbound_at: Date | null;
  last_outbound_at: Date | null;
  last_message_at: Date;
  message_count: Generated<number>;
  created_at: Date;
  changed_seq: Generated<number>;
  team_id: string | null;
  label_ids: Generated<string[]>;
  fields: JsonWithDefault;
  promised_for: Date | null;
  promise: string | null;
  promise_chased_at: Date | null;
  merged_into_id: ConversationId | null;
  sentiment: -1 | 0 | 1 | null;
  kind: Kind | null;
  urgency: Urgency | null;
  topic: string | null;
  signs: JsonWithDefault;
  clocks: JsonWithDefault;
  due_at: Date | null;
  routed: NullableJson;
  /** When whoever was given it by a rule should have answered. */
  pass_on_at: Generated<Date | null>;
  ruled_inbound_at: Generated<Date | null>;
  rule_boosts: JsonWithDefault;
  /** A person decided it: no rule changes that. */
  assigned_by_hand: Generated<boolean>;
  team_by_hand: Generated<boolean>;
  /** May be -infinity, which is at once. */
  triage_at: Date | number | null;
}

export interface LanesTable {
  workspace_id: WorkspaceId;
  thread_id: ThreadId;
  lane: string;
  conversation_id: ConversationId;
}

export interface TimelineEventsTable {
  workspace_id: WorkspaceId;
  id: string;
  conversation_id: ConversationId;
  at: Date;
  actor_kind: ActorKind;
  actor_id: string | null;
  kind: string;
  detail: JsonWithDefault;
}
