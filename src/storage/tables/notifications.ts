import type { AgentId, ConversationId, InboxId, NotificationId, WorkspaceId } from '../../core/ids.ts';
import type { NotificationKind } from '../../core/notifications/kinds.ts';

export interface NotificationsTable {
  workspace_id: WorkspaceId;
  id: NotificationId;
  agent_id: AgentId;
  kind: NotificationKind;
  about: string;
  conversation_id: ConversationId | null;
  inbox_id: InboxId | null;
  actor_id: AgentId | null;
  text: string;
  at: Date;
  read_at: Date | null;
  push_at: Date | null;
  mail_at: Date | null;
  mailed_at: Date | null;
  over_mailed_at: Date | null;
}
