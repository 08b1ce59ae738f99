import { type RawBuilder, sql } from 'kysely';
import type { ConversationId, InboxId, MessageId, WorkspaceId } from '../../core/ids.ts';
import { inInboxes } from '../access/in-inboxes.ts';
import type { Reader } from '../database.ts';
import type { ConversationRow } from './rows.ts';
import { readMessages, type Said } from './said.ts';

/** How many messages are read at once; around one of them, so many stand before it. */
const MESSAGES = 200;
const BEFORE_IT = 60;

/** Which part of a long conversation is asked for. Nothing: where it opens. */
export interface Asked {
  readonly before?: MessageId | undefined;
  readonly after?: MessageId | undefined;
  /** Where it opens, when this one is not in it (any more). */
  readonly around?: MessageId | undefined;
}
export interface Window {
  /** Oldest first. */
  readonly messages: readonly Said[];
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
}

/** What was said in the conversation, or the part of it that is asked for; a long one costs no more than a short one. */
export async function readWindow(
  db: Reader,
  workspaceId: WorkspaceId,
  conversationId: ConversationId,
  asked: Asked,
  opensAt: MessageId | null,
  visible: readonly InboxId[] | null = null,
): Promise<Window> {
  const read = reader(db, workspaceId, conversationId, visible);
  if (asked.before) {
    const earlier = await read.earlier(asked.before, MESSAGES);
    return { messages: earlier.messages, hasEarlier: earlier.hasMore, hasLater: false };
  }
  if (asked.after) {
    const later = await read.later(asked.after, MESSAGES, '>');
    return { messages: later.messages, hasEarlier: true, hasLater: later.hasMore };
  }
  const around = asked.around ? await read.around(asked.around) : null;
  if (around) return around;
  const newest = await read.earlier(null, MESSAGES);
  const isThere = opensAt === null || newest.messages.some(({ id }) => id === opensAt);
  const page = { messages: newest.messages, hasEarlier: newest.hasMore, hasLater: false };
  return isThere ? page : ((await read.around(opensAt)) ?? page);
}

function reader(
  db: Reader,
  workspaceId: WorkspaceId,
  conversationId: ConversationId,
  visible: readonly InboxId[] | null,
) {
  // What was merged into it, or moved on to another channel, may have been said in an inbox that is not theirs to see.
  const here = sql`n.workspace_id = ${workspaceId} and n.conversation_id = ${conversationId} and ${inInboxes(visible, 'n')}`;
  const placeOf = (id: MessageId) =>
    sql`(select p.sent_at, p.id from messages p where p.workspace_id = ${workspaceId} and p.id = ${id})`;
  const messages = (where: RawBuilder<unknown>, order: RawBuilder<unknown>, limit: number) =>
    readMessages(
      db,
      workspaceId,
      sql`select n.id from messages n where ${here} ${where} order by ${order} limit ${limit}`,
    );

  async function earlier(than: MessageId | null, limit: number) {
    const where = than ? sql`and (n.sent_at, n.id) < ${placeOf(than)}` : sql``;
    const found = await messages(where, sql`n.sent_at desc, n.id desc`, limit + 1);
    return { messages: found.slice(-limit), hasMore: found.length > limit };
  }
  async function later(than: MessageId, limit: number, sign: '>' | '>=') {
    const found = await messages(
      sql`and (n.sent_at, n.id) ${sql.raw(sign)} ${placeOf(than)}`,
      sql`n.sent_at, n.id`,
      limit + 1,
    );
    return { messages: found.slice(0, limit), hasMore: found.length > limit };
  }
  async function around(id: MessageId): Promise<Window | null> {
    const [before, from] = await Promise.all([earlier(id, BEFORE_IT), later(id, MESSAGES - BEFORE_IT, '>=')]);
    // Not in this conversation: what stands near its time is not what was asked for.
    if (from.messages[0]?.id !== id) return null;
    return { messages: [...before.messages, ...from.messages], hasEarlier: before.hasMore, hasLater: from.hasMore };
  }
  return { earlier, later, around };
}

/** The first message that waits: since the conversation waits, and after the last thing that a person of ours said. */
export async function findOpening(
  db: Reader,
  workspaceId: WorkspaceId,
  { id, attention, waitingSince }: Pick<ConversationRow, 'id' | 'attention' | 'waitingSince'>,
): Promise<MessageId | null> {
  if (attention !== 'needs_answer' || !waitingSince) return null;
  const since = sql`m.workspace_id = ${workspaceId} and m.conversation_id = ${id} and m.automatic is null
    and m.sent_at >= ${waitingSince}`;
  const { rows } = await sql<{ id: MessageId }>`
    with answer as (
      select m.sent_at, m.id from messages m where ${since} and m.direction = 'outbound'
        and m.delivery is distinct from 'failed' and m.delivery is distinct from 'cancelled'
      order by m.sent_at desc, m.id desc limit 1)
    select m.id from messages m left join answer a on true
    where ${since} and m.direction = 'inbound' and (a.id is null or (m.sent_at, m.id) > (a.sent_at, a.id))
    order by m.sent_at, m.id limit 1`.execute(db);
  return rows[0]?.id ?? null;
}
