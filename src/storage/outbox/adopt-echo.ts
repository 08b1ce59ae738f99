import { sql } from 'kysely';
import type { MessageEvent } from '../../core/channel/event.ts';
import type { OutgoingKind } from '../../core/channel/outgoing.ts';
import type { OutboxState } from '../../core/conversation/states.ts';
import type { ConversationId, InboxId, Json, MessageId, OutgoingId, ThreadId, WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';
import { storableText } from '../rows.ts';
import { landMessage } from './land-message.ts';
import { placePrivateReply } from './place-private-reply.ts';
import { settleSent } from './settle.ts';

/** Between their clock and ours, in milliseconds. */
const CLOCK_SKEW_MS = 5 * 60_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Which of these may be echoes of something that we sent and whose name on the network is not known yet: mostly none. */
export async function awaitedEchoes(
  tx: Tx,
  workspaceId: WorkspaceId,
  events: readonly MessageEvent[],
): Promise<(event: MessageEvent) => boolean> {
  const asked = events.filter((event) => event.author.kind === 'business' && !event.isHistory);
  if (asked.length === 0) return () => false;
  const marks = asked.flatMap((event) => markOf(event) ?? []);
  const threads = asked.flatMap((event) => (markOf(event) ? [] : event.thread.id));
  // What waits is little; the threads are many.
  const { rows } = await sql<{ name: string }>`
    with waiting as materialized (
      select o.message_id from outbox o where o.workspace_id = ${workspaceId} and o.kind = 'reply' and o.state in ('sending', 'unknown')
      union all
      select o.message_id from outbox o where o.workspace_id = ${workspaceId} and o.kind = 'reply'
        and o.state = 'sent' and o.external_id is null and o.message_id is not null)
    select o.id::text as name from outbox o where o.workspace_id = ${workspaceId} and o.id = any(${marks}::uuid[])
    union all
    select t.external_id from waiting w
    join messages m on m.workspace_id = ${workspaceId} and m.id = w.message_id and m.external_id is null
    join threads t on t.workspace_id = ${workspaceId} and t.id = m.thread_id
    where t.external_id = any(${threads})`.execute(tx);
  const awaited = new Set(rows.map(({ name }) => name));
  return (event) => awaited.has(markOf(event) ?? event.thread.id);
}

const markOf = ({ mark }: MessageEvent): string | null => (mark && UUID.test(mark) ? mark.toLowerCase() : null);

/**
 * The network's echo of something that we sent and whose name there is not known yet: by our own mark, else by the
 * same words in the same thread while they are on their way. It proves that it was sent, whatever was thought of it.
 * Null: not ours, so somebody wrote it in the network's own app.
 */
export async function adoptEcho(
  tx: Tx,
  workspaceId: WorkspaceId,
  inboxId: InboxId,
  event: MessageEvent,
): Promise<{ readonly messageId: MessageId; readonly conversationId: ConversationId | null } | null> {
  if (event.author.kind !== 'business' || event.isHistory) return null;
  const mark = markOf(event);
  const ours = mark ? await byMark(tx, workspaceId, inboxId, mark) : await byWords(tx, workspaceId, inboxId, event);
  if (!ours) return null;
  const place = await placeOf(tx, workspaceId, inboxId, ours, event);
  const remote = (event.remote ?? null) as Json;
  const isOurs = await landMessage(tx, workspaceId, {
    messageId: ours.messageId,
    ...place,
    externalId: event.id,
    remote,
    permalink: event.permalink ?? null,
  });
  if (!isOurs) return null;
  await settleSent(tx, workspaceId, ours.id, { externalId: event.id, remote }, event.sentAt);
  return { messageId: ours.messageId, conversationId: ours.conversationId };
}

interface Ours {
  readonly id: OutgoingId;
  readonly kind: OutgoingKind;
  readonly state: OutboxState;
  readonly messageId: MessageId;
  readonly conversationId: ConversationId | null;
  readonly inboxId: InboxId;
  readonly channel: string;
}
const OURS = sql`o.id, o.kind, o.state, o.message_id as "messageId", o.conversation_id as "conversationId", o.inbox_id as "inboxId", echoing.channel`;

async function byMark(tx: Tx, workspaceId: WorkspaceId, inboxId: InboxId, mark: string): Promise<Ours | null> {
  const { rows } = await sql<Ours>`
    select ${OURS} from outbox o
    join messages m on m.workspace_id = ${workspaceId} and m.id = o.message_id and m.external_id is null
    join inboxes echoing on echoing.workspace_id = ${workspaceId} and echoing.id = ${inboxId}
    where o.workspace_id = ${workspaceId} and o.id = ${mark} and (o.inbox_id = ${inboxId} or o.kind = 'private_reply' or m.thread_id in (
        select t.id from threads t where t.workspace_id = ${workspaceId} and t.inbox_id = ${inboxId}))
    for update of o`.execute(tx);
  return rows[0] ?? null;
}

/** The oldest first: of two answers with the same words the first sent is echoed first. */
async function byWords(tx: Tx, workspaceId: WorkspaceId, inboxId: InboxId, event: MessageEvent): Promise<Ours | null> {
  const { rows } = await sql<Ours>`
    select ${OURS} from outbox o
    join messages m on m.workspace_id = ${workspaceId} and m.id = o.message_id and m.external_id is null
    join threads t on t.workspace_id = ${workspaceId} and t.id = m.thread_id and t.external_id = ${event.thread.id}
    join inboxes echoing on echoing.workspace_id = ${workspaceId} and echoing.id = ${inboxId}
    where o.workspace_id = ${workspaceId} and o.kind = 'reply'
      -- Another account of ours may have answered in a thread of this one.
      and (o.inbox_id = ${inboxId} or t.inbox_id = ${inboxId})
      and (o.state in ('sending', 'unknown') or (o.state = 'sent' and o.external_id is null))
      and btrim(m.text, E' \\t\\r\\n') = btrim(${storableText(event.content.text)}, E' \\t\\r\\n')
      and o.created_at <= ${new Date(event.sentAt.getTime() + CLOCK_SKEW_MS)}
    order by o.position limit 1 for update of o`.execute(tx);
  return rows[0] ?? null;
}

async function placeOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  inboxId: InboxId,
  ours: Ours,
  { thread, sentAt }: MessageEvent,
): Promise<{ readonly inboxId: InboxId; readonly threadId: ThreadId | null }> {
  const stays = { inboxId: ours.kind === 'private_reply' ? inboxId : ours.inboxId, threadId: null };
  if (ours.kind !== 'private_reply' || !ours.conversationId || !thread.counterpart) return stays;
  const line = { channel: ours.channel, thread: thread.id, counterpartId: thread.counterpart.id };
  const from = { actId: ours.id, inboxId: ours.inboxId, conversationId: ours.conversationId };
  return (await placePrivateReply(tx, workspaceId, from, line, sentAt)) ?? stays;
}
