import { sql } from 'kysely';
import type { AgentId, ConversationId, InboxId, MessageId, WorkspaceId } from '../../core/ids.ts';
import type { Reader } from '../database.ts';

/** What a webhook tells of a conversation, as it is just now. */
export interface ToldConversation {
  readonly id: ConversationId;
  readonly inboxId: InboxId;
  readonly inboxName: string;
  readonly channel: string;
  readonly reach: string;
  readonly subject: string | null;
  readonly language: string | null;
  readonly attention: string | null;
  readonly attentionReason: string | null;
  readonly resolution: string;
  readonly priority: number;
  readonly waitingSince: Date | null;
  readonly contactId: string;
  readonly contactName: string;
  readonly handle: string | null;
  readonly assigneeId: AgentId | null;
  readonly assigneeName: string | null;
  readonly teamId: string | null;
  readonly labels: readonly string[];
  readonly createdAt: Date;
}

export async function readToldConversation(
  db: Reader,
  workspaceId: WorkspaceId,
  id: ConversationId,
): Promise<ToldConversation | null> {
  const { rows } = await sql<ToldConversation>`
    select c.id, c.inbox_id as "inboxId", i.name as "inboxName", c.channel, c.reach, c.subject, c.language, c.attention,
      c.attention_reason as "attentionReason", c.resolution, c.priority, c.waiting_since as "waitingSince", p.id as "contactId",
      p.name as "contactName", n.handle, c.assignee_id as "assigneeId", a.name as "assigneeName", c.team_id as "teamId", c.created_at as "createdAt",
      coalesce((select array_agg(l.name order by l.name) from labels l where l.workspace_id = ${workspaceId} and l.id = any(c.label_ids)), '{}') as labels
    from conversations c
    join inboxes i on i.workspace_id = ${workspaceId} and i.id = c.inbox_id
    join contacts p on p.workspace_id = ${workspaceId} and p.id = c.contact_id
    left join identities n on n.workspace_id = ${workspaceId} and n.id = c.identity_id
    left join agents a on a.workspace_id = ${workspaceId} and a.id = c.assignee_id
    where c.workspace_id = ${workspaceId} and c.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

export interface ToldMessage {
  readonly id: MessageId;
  readonly externalId: string | null;
  readonly direction: 'inbound' | 'outbound' | 'note';
  readonly reach: string;
  readonly text: string;
  readonly files: number;
  readonly language: string | null;
  readonly automatic: string | null;
  readonly delivery: string | null;
  readonly deliveryDetail: string | null;
  readonly permalink: string | null;
  readonly authorName: string | null;
  readonly agentId: AgentId | null;
  readonly sentAt: Date;
  readonly editedAt: Date | null;
  readonly deletedAt: Date | null;
}

export async function readToldMessage(
  db: Reader,
  workspaceId: WorkspaceId,
  id: MessageId,
): Promise<ToldMessage | null> {
  const { rows } = await sql<ToldMessage>`
    select m.id, m.external_id as "externalId", m.direction, m.reach, m.text, m.language, m.automatic, m.delivery,
      case when jsonb_typeof(m.content -> 'attachments') = 'array' then jsonb_array_length(m.content -> 'attachments') else 0 end as files,
      m.delivery_detail as "deliveryDetail", m.permalink, coalesce(a.name, n.name, p.name) as "authorName", m.agent_id as "agentId",
      m.sent_at as "sentAt", m.edited_at as "editedAt", m.deleted_at as "deletedAt"
    from messages m
    left join agents a on a.workspace_id = ${workspaceId} and a.id = m.agent_id
    left join identities n on n.workspace_id = ${workspaceId} and n.id = m.identity_id
    left join contacts p on p.workspace_id = ${workspaceId} and p.id = n.contact_id
    where m.workspace_id = ${workspaceId} and m.id = ${id}`.execute(db);
  return rows[0] ?? null;
}
