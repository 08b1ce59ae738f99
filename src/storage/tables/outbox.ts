import type { Generated, GeneratedAlways } from 'kysely';
import type { OutgoingKind } from '../../core/channel/outgoing.ts';
import type { OutboxState } from '../../core/conversation/states.ts';
import type { AgentId, ConversationId, InboxId, MessageId, OutgoingId, WorkspaceId } from '../../core/ids.ts';
import type { JsonColumn, NullableJson } from './json-column.ts';

export interface OutboxTable {
  workspace_id: WorkspaceId;
  id: OutgoingId;
  position: GeneratedAlways<number>;
  inbox_id: InboxId;
  order_key: string;
  kind: OutgoingKind;
  payload: JsonColumn;
  conversation_id: ConversationId | null;
  message_id: MessageId | null;
  target_message_id: MessageId | null;
  agent_id: AgentId | null;
  reason: string | null;
  state: Generated<OutboxState>;
  detail: string | null;
  refusal: string | null;
  attempts: Generated<number>;
  not_before: Date;
  lease_until: Date | null;
  looks: Generated<number>;
  absences: Generated<number>;
  awaits_person: Generated<boolean>;
  first_tried_at: Date | null;
  marked_at: Date | null;
  external_id: string | null;
  remote: NullableJson;
  created_at: Date;
  finished_at: Date | null;
  scheduled_for: Date | null;
  read_at_seq: number | null;
  before: NullableJson;
}
