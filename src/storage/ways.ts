import { sql } from 'kysely';
import type { Reach } from '../core/channel/event.ts';
import type {
  ConversationId,
  ExternalMessageId,
  InboxId,
  Json,
  MessageId,
  ThreadId,
  WorkspaceId,
} from '../core/ids.ts';
import type { Deputy, PubliclySaid, WayThread } from '../core/reply/ways.ts';
import type { Reader } from './database.ts';
import { readElsewhere } from './ways-elsewhere.ts';

/** More than anybody would scroll back for; a private reply is allowed for days, not for years. */
const NEWEST = 20;

/** What `waysOf` needs of a conversation: where it stands, and what was said there that may be answered in private. */
export async function readWayFacts(
  db: Reader,
  workspaceId: WorkspaceId,
  conversationId: ConversationId,
): Promise<{
  readonly threads: readonly WayThread[];
  readonly messages: readonly PubliclySaid[];
  readonly deputies: readonly Deputy[];
}> {
  const threads = await sql<ThreadRow>`
    with places as (
      select thread_id from conversations where workspace_id = ${workspaceId} and id = ${conversationId}
      union select thread_id from lanes where workspace_id = ${workspaceId} and conversation_id = ${conversationId}
      union select thread_id from messages
        where workspace_id = ${workspaceId} and conversation_id = ${conversationId} and thread_id is not null
    )
    select t.id, t.inbox_id, i.channel, t.kind, t.reach, standing.id as answers, t.remote, i.settings,
      standing.external_id as answers_external_id, standing.remote as answers_remote, standing.sent_at as answers_sent_at,
      case when t.reach = 'owned_private' then in_thread.sent_at else in_talk.sent_at end as last_inbound_at
    from places p
    join threads t on t.workspace_id = ${workspaceId} and t.id = p.thread_id
    join inboxes i on i.workspace_id = ${workspaceId} and i.id = t.inbox_id
    left join lateral (
      select m.sent_at from messages m
      where m.workspace_id = ${workspaceId} and m.thread_id = t.id and m.direction = 'inbound' and t.reach = 'owned_private'
      order by m.sent_at desc limit 1) in_thread on true
    left join lateral (
      select m.sent_at from messages m
      where m.workspace_id = ${workspaceId} and m.conversation_id = ${conversationId} and m.thread_id = t.id and m.direction = 'inbound'
      order by m.sent_at desc limit 1) in_talk on true
    left join lateral (
      select m.id, m.external_id, m.remote, m.sent_at from messages m
      where m.workspace_id = ${workspaceId} and m.conversation_id = ${conversationId} and m.thread_id = t.id
        and m.direction = 'inbound' and m.deleted_at is null
      -- A person's words before an out-of-office note or a bounce.
      order by (m.automatic is null) desc, m.sent_at desc, m.id desc limit 1) standing on true`.execute(db);
  const messages = await sql<MessageRow>`
    select m.id, m.thread_id, m.sent_at, m.external_id, m.remote, m.deleted_at is not null as is_deleted, exists (
        select from outbox o where o.workspace_id = ${workspaceId} and o.target_message_id = m.id
          and o.kind = 'private_reply' and o.state not in ('failed', 'cancelled')) as was_answered_privately
    from messages m
    where m.workspace_id = ${workspaceId} and m.conversation_id = ${conversationId} and m.direction = 'inbound'
      and m.reach <> 'owned_private' and m.thread_id is not null
    order by m.sent_at desc, m.id desc limit ${NEWEST}`.execute(db);
  const places = threads.rows.map(toThread);
  const spoken = [...new Set(places.filter(({ reach }) => reach !== 'owned_private').map(({ inboxId }) => inboxId))];
  return {
    threads: [...places, ...(await readElsewhere(db, workspaceId, conversationId, places))],
    messages: messages.rows.map(toMessage),
    deputies: spoken.length > 0 ? await readDeputies(db, workspaceId, spoken) : [],
  };
}

/** Support accounts of the same network and brand, for accounts that have another purpose. */
async function readDeputies(
  db: Reader,
  workspaceId: WorkspaceId,
  inboxIds: readonly InboxId[],
): Promise<readonly Deputy[]> {
  const { rows } = await sql<Deputy>`
    select d.id as "inboxId", d.channel, own.id as "answersFor", coalesce(d.handle, d.name) as name, d.settings
    from inboxes own
    join inboxes d on d.workspace_id = ${workspaceId} and d.channel = own.channel and d.id <> own.id
      and d.purpose = 'support' and d.removed_at is null and d.state <> 'paused'
      and (d.brand is null or own.brand is null or d.brand = own.brand)
    where own.workspace_id = ${workspaceId} and own.id = any(${[...inboxIds]}::uuid[]) and own.purpose <> 'support'
    order by d.created_at, d.id limit 5`.execute(db);
  return rows;
}

interface ThreadRow {
  id: ThreadId;
  inbox_id: InboxId;
  channel: string;
  kind: WayThread['kind'];
  reach: Reach;
  answers: MessageId | null;
  last_inbound_at: Date | null;
  remote: Json;
  settings: Json;
  answers_external_id: ExternalMessageId | null;
  answers_remote: Json;
  answers_sent_at: Date | null;
}
const toThread = (row: ThreadRow): WayThread => ({
  id: row.id,
  inboxId: row.inbox_id,
  channel: row.channel,
  kind: row.kind,
  reach: row.reach,
  lastInboundAt: row.last_inbound_at,
  answers: row.answers,
  known: {
    remote: row.remote,
    settings: row.settings,
    target:
      row.answers_external_id && row.answers_sent_at
        ? { id: row.answers_external_id, remote: row.answers_remote, sentAt: row.answers_sent_at }
        : null,
  },
});

interface MessageRow {
  id: MessageId;
  thread_id: ThreadId;
  sent_at: Date;
  is_deleted: boolean;
  was_answered_privately: boolean;
  external_id: ExternalMessageId | null;
  remote: Json;
}
const toMessage = (row: MessageRow): PubliclySaid => ({
  id: row.id,
  threadId: row.thread_id,
  sentAt: row.sent_at,
  isDeleted: row.is_deleted,
  wasAnsweredPrivately: row.was_answered_privately,
  known: row.external_id ? { id: row.external_id, remote: row.remote, sentAt: row.sent_at } : null,
});
