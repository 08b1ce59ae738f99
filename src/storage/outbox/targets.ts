import { sql } from 'kysely';
import type { Reach } from '../../core/channel/event.ts';
import type { TargetThread } from '../../core/channel/outgoing.ts';
import type {
  ConversationId,
  ExternalMessageId,
  InboxId,
  Json,
  MessageId,
  ThreadId,
  WorkspaceId,
} from '../../core/ids.ts';
import type { StoredTarget } from '../../core/outgoing/stored.ts';
import type { Reader } from '../database.ts';

/** Longer chains are cut by the mail format itself, oldest first. */
const CHAIN = 100;

/** A message that something is to be done with, and where it stands. */
export interface ActTarget {
  readonly messageId: MessageId;
  readonly inboxId: InboxId;
  readonly channel: string;
  readonly threadId: ThreadId | null;
  readonly conversationId: ConversationId | null;
  readonly reach: Reach;
  readonly direction: 'inbound' | 'outbound' | 'note';
  readonly isDeleted: boolean;
  readonly isHidden: boolean;
  /** The thread as the network knows it, and the settings of the inbox. */
  readonly thread: Json;
  readonly settings: Json;
  /** Null: it is not on the network (yet). */
  readonly target: StoredTarget | null;
}

export async function readTarget(db: Reader, workspaceId: WorkspaceId, id: MessageId): Promise<ActTarget | null> {
  const { rows } = await sql<TargetRow>`
    select m.id, m.inbox_id, i.channel, m.thread_id, m.conversation_id, m.reach, m.direction, m.text, m.sent_at, m.remote,
      m.external_id, i.settings,
      (select t.remote from threads t where t.workspace_id = ${workspaceId} and t.id = m.thread_id) as thread, m.deleted_at is not null as is_deleted, m.hidden_at is not null as is_hidden,
      case when m.direction = 'inbound' then p.external_id end as author_id
    from messages m
    join inboxes i on i.workspace_id = ${workspaceId} and i.id = m.inbox_id
    left join identities p on p.workspace_id = ${workspaceId} and p.id = m.identity_id
    where m.workspace_id = ${workspaceId} and m.id = ${id}`.execute(db);
  const [row] = rows;
  if (!row) return null;
  return {
    messageId: row.id,
    inboxId: row.inbox_id,
    channel: row.channel,
    threadId: row.thread_id,
    conversationId: row.conversation_id,
    reach: row.reach,
    direction: row.direction,
    isDeleted: row.is_deleted,
    isHidden: row.is_hidden,
    thread: row.thread,
    settings: row.settings,
    target:
      row.external_id === null
        ? null
        : {
            id: row.external_id as ExternalMessageId,
            authorId: row.author_id,
            text: row.text,
            sentAt: row.sent_at.toISOString(),
            remote: row.remote,
          },
  };
}

/** The thread as its connector knows it. `counterpart` is the conversation's person where the thread names none. */
export async function readTargetThread(
  db: Reader,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
  conversationId: ConversationId,
): Promise<TargetThread | null> {
  const { rows } = await sql<TargetThread>`
    select t.external_id as id, t.reach, t.remote, t.title, coalesce(p.external_id, own.external_id) as "counterpartId"
    from threads t
    join inboxes i on i.workspace_id = ${workspaceId} and i.id = t.inbox_id
    left join identities p on p.workspace_id = ${workspaceId} and p.id = t.counterpart_id
    left join conversations c on c.workspace_id = ${workspaceId} and c.id = ${conversationId}
    left join identities own on own.workspace_id = ${workspaceId} and own.id = c.identity_id and own.channel = i.channel
    where t.workspace_id = ${workspaceId} and t.id = ${threadId}`.execute(db);
  return rows[0] ?? null;
}

/** Ids of the messages of a thread on the network, oldest first. */
export async function readChain(
  db: Reader,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
): Promise<readonly ExternalMessageId[]> {
  const { rows } = await sql<{ external_id: ExternalMessageId }>`
    select external_id from (
      select external_id, sent_at, id from messages
      where workspace_id = ${workspaceId} and thread_id = ${threadId} and external_id is not null and deleted_at is null
      order by sent_at desc, id desc limit ${CHAIN}) newest
    order by sent_at, id`.execute(db);
  return rows.map((row) => row.external_id);
}

/** What the network answered when this was last done to the message; null when it was not done from here. */
export async function readUndo(
  db: Reader,
  workspaceId: WorkspaceId,
  messageId: MessageId,
  kind: 'like' | 'repost',
): Promise<Json> {
  const row = await db
    .selectFrom('outbox')
    .select('remote')
    .where('workspace_id', '=', workspaceId)
    .where('target_message_id', '=', messageId)
    .where('kind', '=', kind)
    .where('state', '=', 'sent')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.remote ?? null;
}

interface TargetRow {
  id: MessageId;
  inbox_id: InboxId;
  channel: string;
  thread_id: ThreadId | null;
  conversation_id: ConversationId | null;
  reach: Reach;
  direction: 'inbound' | 'outbound' | 'note';
  text: string;
  sent_at: Date;
  remote: Json;
  external_id: string | null;
  is_deleted: boolean;
  is_hidden: boolean;
  author_id: string | null;
  thread: Json;
  settings: Json;
}
