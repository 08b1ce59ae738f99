import type { Generated, GeneratedAlways } from 'kysely';
import type { AgentId, ConversationId, InboxId, MessageId, WorkspaceId } from '../../core/ids.ts';
import type { JsonWithDefault } from './json-column.ts';

export interface HooksTable {
  workspace_id: WorkspaceId;
  id: string;
  name: string;
  url: string;
  events: string[];
  secret: Uint8Array;
  old_secret: Uint8Array | null;
  old_secret_until: Date | null;
  is_on: Generated<boolean>;
  off_because: string | null;
  failures: Generated<number>;
  failing_since: Date | null;
  rests_until: Date | null;
  sender: string | null;
  sender_until: Date | null;
  created_by: AgentId | null;
  created_at: Date;
}

export interface HookDeliveriesTable {
  workspace_id: WorkspaceId;
  id: string;
  hook_id: string;
  position: GeneratedAlways<number>;
  event: string;
  at: Date;
  conversation_id: ConversationId | null;
  message_id: MessageId | null;
  about: JsonWithDefault;
  body: string | null;
  state: Generated<'waiting' | 'delivered' | 'failed'>;
  attempts: Generated<number>;
  first_tried_at: Date | null;
  due_at: Date;
  tried_at: Date | null;
  status: number | null;
  took_ms: number | null;
  answer: string | null;
}

export interface HouseKeysTable {
  workspace_id: WorkspaceId;
  name: string;
  public: string;
  secret: Uint8Array;
  made_at: Date;
}

export interface PushSubscriptionsTable {
  workspace_id: WorkspaceId;
  id: string;
  agent_id: AgentId;
  endpoint: string;
  p256dh: string;
  auth: string;
  browser: string;
  created_at: Date;
  pushed_at: Date | null;
}

export interface DigestTurnsTable {
  workspace_id: WorkspaceId;
  agent_id: AgentId;
  period_at: Date;
}

export interface MailsTable {
  workspace_id: WorkspaceId;
  id: string;
  kind: 'alert' | 'digest' | 'owner' | 'test';
  agent_id: AgentId | null;
  inbox_id: InboxId | null;
  address: string;
  subject: string;
  text: string;
  html: string;
  state: Generated<'waiting' | 'sent' | 'failed'>;
  attempts: Generated<number>;
  due_at: Date;
  created_at: Date;
  sent_at: Date | null;
  message_id: string | null;
  detail: string | null;
}
