import { sql } from 'kysely';
import type { Reach } from '../../core/channel/event.ts';
import type { Attention, Resolution } from '../../core/conversation/states.ts';
import type {
  AgentId,
  ContactId,
  ConversationId,
  IdentityId,
  InboxId,
  LabelId,
  TeamId,
  ThreadId,
  WorkspaceId,
} from '../../core/ids.ts';
import type { Kind, Urgency } from '../../core/understanding/understood.ts';
import type { Reader } from '../database.ts';

/** A conversation as lists show it, with the person it is about. */
export interface ConversationRow {
  readonly id: ConversationId;
  readonly inboxId: InboxId;
  readonly threadId: ThreadId;
  readonly channel: string;
  readonly reach: Reach;
  readonly subject: string | null;
  readonly preview: string;
  /** Where the last of it was said: another inbox than its own, where another conversation became part of it. */
  readonly saidIn: InboxId;
  readonly contactId: ContactId;
  readonly identityId: IdentityId;
  readonly contactName: string;
  readonly avatarUrl: string | null;
  readonly followers: number | null;
  readonly attention: Attention | null;
  readonly attentionReason: string | null;
  readonly resolution: Resolution;
  readonly assigneeId: AgentId | null;
  readonly priority: number;
  readonly waitingSince: Date | null;
  readonly openedAt: Date | null;
  readonly openedBy: AgentId | null;
  readonly snoozedUntil: Date | null;
  readonly answeredElsewhereAt: Date | null;
  readonly lastMessageAt: Date;
  readonly lastInboundAt: Date | null;
  readonly messageCount: number;
  readonly language: string | null;
  readonly teamId: TeamId | null;
  readonly labelIds: readonly LabelId[];
  readonly promisedFor: Date | null;
  readonly promise: string | null;
  readonly mergedIntoId: ConversationId | null;
  readonly isBlocked: boolean;
  readonly isMuted: boolean;
  readonly isVip: boolean;
  readonly sentiment: -1 | 0 | 1 | null;
  readonly kind: Kind | null;
  readonly urgency: Urgency | null;
  readonly topic: string | null;
  readonly dueAt: Date | null;
  readonly changedSeq: number;
}

/**
 * In the order of the ids; those that are not there are left out. `offset 0` holds PostgreSQL to one look by key for each:
 * where a workspace is new and its tables are not analysed yet, it joined everybody in it first, 60 ms instead of 1.
 */
export async function readConversationRows(
  db: Reader,
  workspaceId: WorkspaceId,
  ids: readonly ConversationId[],
): Promise<readonly ConversationRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ConversationRow>`
    select c.id, c.inbox_id as "inboxId", c.thread_id as "threadId", c.channel, c.reach, c.subject, c.preview,
      coalesce((select m.inbox_id from messages m where m.workspace_id = ${workspaceId} and m.conversation_id = c.id and m.direction <> 'note'
        order by m.sent_at desc, m.id desc limit 1), c.inbox_id) as "saidIn",
      c.contact_id as "contactId", c.identity_id as "identityId", p.name as "contactName",
      coalesce(i.avatar_url, p.avatar_url) as "avatarUrl", i.followers, c.attention, c.attention_reason as "attentionReason",
      c.resolution, c.assignee_id as "assigneeId", c.priority, c.waiting_since as "waitingSince", c.opened_at as "openedAt",
      c.opened_by as "openedBy", c.snoozed_until as "snoozedUntil", c.answered_elsewhere_at as "answeredElsewhereAt",
      c.last_message_at as "lastMessageAt", c.last_inbound_at as "lastInboundAt", c.message_count as "messageCount",
      c.language, c.team_id as "teamId", c.label_ids as "labelIds", c.promised_for as "promisedFor", c.promise,
      c.merged_into_id as "mergedIntoId", p.blocked_at is not null as "isBlocked", p.muted_at is not null as "isMuted",
      p.vip_at is not null as "isVip", c.sentiment, c.kind, c.urgency, c.topic, c.due_at as "dueAt", c.changed_seq as "changedSeq"
    from unnest(${[...ids]}::uuid[]) with ordinality as asked (id, place)
    cross join lateral (select * from conversations where workspace_id = ${workspaceId} and id = asked.id offset 0) c
    cross join lateral (select * from contacts where workspace_id = ${workspaceId} and id = c.contact_id offset 0) p
    left join lateral (select * from identities where workspace_id = ${workspaceId} and id = c.identity_id offset 0) i on true
    order by asked.place`.execute(db);
  return rows.map((row) => ({ ...row, changedSeq: Number(row.changedSeq) }));
}
