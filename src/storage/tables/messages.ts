import type { Generated, GeneratedAlways } from 'kysely';
import type { Reach } from '../../core/channel/event.ts';
import type { Delivery } from '../../core/conversation/states.ts';
import type {
  AgentId,
  ConversationId,
  IdentityId,
  InboxId,
  MediaId,
  MessageId,
  ThreadId,
  WorkspaceId,
} from '../../core/ids.ts';
import type { JsonColumn, JsonWithDefault, NullableJson } from './json-column.ts';

export interface MessagesTable {
  workspace_id: WorkspaceId;
  id: MessageId;
  inbox_id: InboxId;
  thread_id: ThreadId | null;
  conversation_id: ConversationId | null;
  identity_id: IdentityId | null;
  agent_id: AgentId | null;
  external_id: string | null;
  world_id: string | null;
  parent_external_id: string | null;
  mark: string | null;
  direction: 'inbound' | 'outbound' | 'note';
  reach: Reach;
  text: string;
  content: JsonWithDefault;
  search: Generated<string>;
  /** Made from `search` by the database. */
  words: GeneratedAlways<string>;
  language: string | null;
  understood: string | null;
  automatic: string | null;
  is_history: Generated<boolean>;
  delivery: Delivery | null;
  delivery_detail: string | null;
  remote: NullableJson;
  permalink: string | null;
  sent_at: Date;
  received_at: Date;
  edited_at: Date | null;
  deleted_at: Date | null;
  hidden_at: Date | null;
  looked_up_at: Date | null;
  is_partial: Generated<boolean>;
  mentions: NullableJson;
  told_seq: number | null;
  ledger_id: number | null;
}

export interface MessageVersionsTable {
  workspace_id: WorkspaceId;
  message_id: MessageId;
  replaced_at: Date;
  text: string;
  ledger_id: number | null;
}

export interface EarlyChangesTable {
  workspace_id: WorkspaceId;
  inbox_id: InboxId;
  external_id: string;
  kind: string;
  change: JsonColumn;
  at: Date;
  ledger_id: number | null;
}

export interface ReactionsTable {
  workspace_id: WorkspaceId;
  inbox_id: InboxId;
  target_external_id: string;
  by_external_id: string;
  reaction: string;
  at: Date;
  removed_at: Date | null;
}

export interface MediaTable {
  workspace_id: WorkspaceId;
  id: MediaId;
  message_id: MessageId | null;
  inbox_id: InboxId | null;
  ledger_id: number | null;
  part: number | null;
  url: string | null;
  ask: string | null;
  name: string | null;
  mime_type: string | null;
  size_bytes: number | null;
  sha256: string | null;
  state: 'wanted' | 'stored' | 'failed' | 'deleted';
  detail: string | null;
  attempts: Generated<number>;
  not_before: Date;
  uploaded_by: AgentId | null;
  created_at: Date;
}
