import { type RawBuilder, sql } from 'kysely';
import type { ConversationId, MessageId } from '../../core/ids.ts';
import { filterSql } from '../conversations/filter-sql.ts';
import { findIds } from '../conversations/list.ts';
import type { Reader } from '../database.ts';
import type { Asks, Plan } from './plan.ts';
import { tsqueryOf, workspaceWord } from './words.ts';

export interface MessagePlace {
  readonly id: MessageId;
  /** As the database writes it, to the microsecond. */
  readonly at: string;
}
export interface FoundMessages {
  readonly places: readonly MessagePlace[];
  /** This far it was looked. Null: to the end, or there are more than were asked for. */
  readonly stoppedAt: MessagePlace | null;
}
export interface Pace {
  /** Messages looked through by one statement. */
  readonly piece: number;
  /** No further piece is begun after so long, in milliseconds. */
  readonly ms: number;
  /** A word in no more messages than this is looked up in the index, which knows no order. */
  readonly rare: number;
  /** So few conversations are looked through whole. */
  readonly few: number;
}
export const PACE: Pace = { piece: 20_000, ms: 60, rare: 10_000, few: 500 };

/**
 * The first `limit` messages after a place, the newest first. A common word is among the newest at once; a rare one is in
 * the index; what is asked of few conversations is looked for in those. What is left is looked for piece by piece.
 */
export async function findMessages(
  db: Reader,
  asks: Asks,
  plan: Plan,
  after: MessagePlace | null,
  limit: number,
  now: Date,
  pace: Pace = PACE,
): Promise<FoundMessages> {
  const until = performance.now() + pace.ms;
  const { workspaceId } = asks;
  const hasWords = plan.wanted.length > 0;
  const ahead = (place: MessagePlace | null) => sql`m.workspace_id = ${workspaceId} and m.conversation_id is not null
    ${plan.from ? sql`and m.sent_at >= ${plan.from}` : sql``} ${plan.to ? sql`and m.sent_at < ${plan.to}` : sql``}
    ${place ? sql`and (m.sent_at, m.id) < (${place.at}::timestamptz, ${place.id}::uuid)` : sql``}`;
  const asked = askedOf(asks, plan, now);
  const read = (from: RawBuilder<unknown>, most: number, offset = 0) => readPlaces(db, from, most, offset);

  const few = await findFew(db, asks, plan, pace.few, now);
  if (few) {
    const places = await read(
      sql`messages m where ${ahead(after)} and m.conversation_id = any(${[...few]}::uuid[]) and ${asked}`,
      limit,
    );
    return { places, stoppedAt: null };
  }
  const places: MessagePlace[] = [];
  for (let from = after, isFirst = true; ; isFirst = false) {
    const size = isFirst ? Math.ceil(pace.piece / 4) : pace.piece;
    const piece = sql`(select m.* from messages m where ${ahead(from)} order by m.sent_at desc, m.id desc limit ${sql.lit(size)}) m where ${asked}`;
    places.push(...(await read(piece, limit - places.length)));
    if (places.length >= limit) return { places, stoppedAt: null };
    const [end] = await read(sql`messages m where ${ahead(from)}`, 1, size - 1);
    if (!end) return { places, stoppedAt: null };
    if (isFirst && hasWords) {
      const rare = await readRare(db, asks, plan, sql`${ahead(after)} and ${asked}`, limit, pace.rare);
      if (rare) return { places: rare, stoppedAt: null };
    }
    if (performance.now() > until) return { places, stoppedAt: end };
    from = end;
  }
}

/** What the words, and what is asked of the message and of its conversation, come to; the cheapest first. */
function askedOf({ workspaceId }: Asks, plan: Plan, now: Date): RawBuilder<unknown> {
  const parts = [
    ...(plan.wanted.length + plan.unwanted.length > 0
      ? [sql`m.words @@ ${tsqueryOf(plan.wanted, plan.unwanted)}`]
      : []),
    ...(plan.inboxIds ? [sql`m.inbox_id = any(${[...plan.inboxIds]}::uuid[])`] : []),
    ...plan.ofMessage,
    // As a value and not as a join: asked only of what is left after the rest.
    ...(plan.ofConversation.length > 0 || plan.inboxIds
      ? [
          sql`(select ${sql.join([sql`true`, ...plan.ofConversation.map((one) => filterSql(one, workspaceId, now))], sql` and `)}
            and ${plan.inboxIds ? sql`c.inbox_id = any(${[...plan.inboxIds]}::uuid[])` : sql`true`}
            from conversations c where c.workspace_id = ${workspaceId} and c.id = m.conversation_id)`,
        ]
      : []),
  ];
  return parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`;
}

/** Those that the index finds by their words and that fit, when it finds no more than `most`. Null: it finds more. */
async function readRare(
  db: Reader,
  { workspaceId }: Asks,
  { wanted }: Plan,
  asked: RawBuilder<unknown>,
  limit: number,
  most: number,
): Promise<readonly MessagePlace[] | null> {
  const { rows } = await sql<{ total: number; places: readonly MessagePlace[] }>`
    with hits as materialized (select m.id from messages m
      where m.workspace_id = ${workspaceId} and m.words @@ ${tsqueryOf([workspaceWord(workspaceId), ...wanted])}
        and m.conversation_id is not null limit ${sql.lit(most + 1)}),
    counted as materialized (select count(*)::integer as total from hits)
    select (select total from counted) as total, coalesce((select json_agg(page) from (
      select m.id, to_json(m.sent_at) #>> '{}' as at from hits h join messages m on m.workspace_id = ${workspaceId} and m.id = h.id
      where (select total from counted) <= ${sql.lit(most)} and ${asked}
      order by m.sent_at desc, m.id desc limit ${limit}) page), '[]') as places`.execute(db);
  const [found] = rows;
  return found && found.total <= most ? found.places : null;
}

/** The conversations that can be meant, when they are few. Null: they are many. */
async function findFew(
  db: Reader,
  asks: Asks,
  plan: Plan,
  most: number,
  now: Date,
): Promise<readonly ConversationId[] | null> {
  if (plan.inboxIds?.length === 0) return [];
  if (plan.contactIds) {
    const { rows } = await sql<{ id: ConversationId }>`select id from conversations
      where workspace_id = ${asks.workspaceId} and contact_id = any(${[...plan.contactIds]}::uuid[]) limit ${most + 1}`.execute(
      db,
    );
    if (rows.length <= most) return rows.map(({ id }) => id);
  }
  if (plan.ofConversation.length === 0 || most === 0) return null;
  const wish = { view: 'all', sort: 'priority', filters: plan.ofConversation, agentId: null } as const;
  const inWhich = { visible: plan.inboxIds, limit: most, pace: { piece: 2_000, ms: 0, few: most } };
  const { ids, cursor } = await findIds(db, asks.workspaceId, { ...wish, ...inWhich }, now);
  return cursor === null ? ids : null;
}

export async function readPlaces(
  db: Reader,
  from: RawBuilder<unknown>,
  limit: number,
  offset = 0,
): Promise<readonly MessagePlace[]> {
  const { rows } = await sql<MessagePlace>`select m.id, to_json(m.sent_at) #>> '{}' as at from ${from}
    order by m.sent_at desc, m.id desc limit ${limit} offset ${offset}`.execute(db);
  return rows;
}
