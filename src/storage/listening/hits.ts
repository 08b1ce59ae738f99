import { sql } from 'kysely';
import type { MessageEvent } from '../../core/channel/event.ts';
import type { AgentId, ConversationId, InboxId, MessageId, WorkspaceId } from '../../core/ids.ts';
import type { Heard, HeardWord } from '../../core/listening/hear.ts';
import { type Need, needsIn } from '../../core/listening/needs.ts';
import type { Sentiment, Urgency } from '../../core/understanding/understood.ts';
import { inInboxes } from '../access/in-inboxes.ts';
import { badCursor, isMoment, markOf, packCursor, unpackCursor } from '../conversations/cursor.ts';
import type { Reader } from '../database.ts';
import type { HitsTable } from '../tables/listening.ts';
import { isUuid } from '../uuids.ts';
import { hasWords, LOOKED_AT } from './hits-with-words.ts';

export type HitState = HitsTable['state'];

/** Who said something in public, as it is shown. */
export interface OverheardAuthor {
  readonly name: string;
  readonly handle: string | null;
  readonly avatarUrl: string | null;
  readonly followers: number | null;
}
/** A public post as it is shown, whether the desk keeps it as a hit or as a message. */
export interface SaidPublicly {
  readonly channel: string;
  readonly inboxId: InboxId;
  readonly author: OverheardAuthor;
  readonly text: string;
  readonly media: number;
  readonly permalink: string | null;
  readonly saidAt: Date;
  readonly language: string | null;
  readonly sentiment: Sentiment | null;
  readonly urgency: Urgency | null;
}
export interface HitRow extends SaidPublicly {
  readonly id: string;
  readonly foundAt: Date;
  /** Each word once, whatever the number of rules, in the order of the text. */
  readonly because: readonly HeardWord[];
  /** What rules understood it as, beside words. */
  readonly needs: readonly Need[];
  readonly rules: readonly { readonly id: string; readonly name: string }[];
  readonly alikeId: string;
  /** How many others say nearly the same. */
  readonly alike: number;
  readonly state: HitState;
  readonly reason: string | null;
  readonly judgedBy: string | null;
  readonly judgedById: AgentId | null;
  readonly judgedAt: Date | null;
  readonly messageId: MessageId | null;
  readonly conversationId: ConversationId | null;
  /** What rules about liking and answering look at, times as ISO 8601. */
  readonly target: Pick<MessageEvent, 'id' | 'remote'> & {
    readonly thread: Pick<MessageEvent['thread'], 'reach' | 'remote'>;
  };
}

/** What is asked of a board; the same words as on the wire. */
export interface HitsAsked {
  readonly boardId: string;
  readonly visible: readonly InboxId[] | null;
  readonly state: 'waiting' | 'handled' | 'all';
  readonly channel?: string | undefined;
  readonly sentiment?: Sentiment | 'unclear' | undefined;
  readonly language?: string | undefined;
  readonly rule?: string | undefined;
  /** Words that it has in it. */
  readonly words?: string | undefined;
  readonly alike?: string | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/**
 * A page of a board, the newest said first. What was deleted on its network is on no list. Where words are looked for, a
 * page may hold fewer than were asked for, or none, and there are more all the same. Throws `bad_cursor`.
 */
export async function listHits(
  db: Reader,
  workspaceId: WorkspaceId,
  asked: HitsAsked,
  lookedAt: number = LOOKED_AT,
): Promise<{ readonly items: readonly HitRow[]; readonly cursor: string | null }> {
  const { visible, cursor, limit, from, to, ...narrow } = asked;
  const mark = markOf(['hits', narrow, from ?? null, to ?? null]);
  const after = cursor === undefined ? null : readPlace(mark, cursor);
  const ofBoard = sql.join(
    [
      sql`x.workspace_id = ${workspaceId} and x.board_id = ${asked.boardId}`,
      ...(asked.state === 'waiting' ? [sql`x.is_waiting`] : []),
      ...(asked.state === 'handled' ? [sql`not x.is_waiting`] : []),
      ...(from ? [sql`x.said_at >= ${from}`] : []),
      ...(to ? [sql`x.said_at < ${to}`] : []),
      ...(after ? [sql`(x.said_at, x.hit_id) < (${after.at}::timestamptz, ${after.id}::uuid)`] : []),
    ],
    sql` and `,
  );
  const wanted = [
    sql`h.state <> 'gone'`,
    inInboxes(visible, 'h'),
    ...(asked.channel ? [sql`h.channel = ${asked.channel}`] : []),
    ...(asked.language ? [sql`h.language = ${asked.language}`] : []),
    ...(asked.sentiment
      ? [asked.sentiment === 'unclear' ? sql`h.sentiment is null` : sql`h.sentiment = ${asked.sentiment}`]
      : []),
    ...(asked.rule ? [sql`h.because @> ${JSON.stringify([{ ruleId: asked.rule }])}::jsonb`] : []),
    ...(asked.alike
      ? [
          sql`h.alike_id = (select a.alike_id from hits a
            where a.workspace_id = ${workspaceId} and a.id = ${asked.alike}::uuid and ${inInboxes(visible, 'a')})`,
        ]
      : []),
    ...(asked.words ? [hasWords(asked.words)] : []),
  ];
  const newest = sql`board_hits x where ${ofBoard} order by x.said_at desc, x.hit_id desc`;
  // Looked through in the order of the board, which ends with the page: joined at will, every hit there is would be read.
  const looked = asked.words
    ? sql`(select x.hit_id, x.said_at from ${newest} limit ${sql.lit(lookedAt)}) x
      cross join lateral (select * from hits h where h.workspace_id = ${workspaceId} and h.id = x.hit_id offset 0) h
      where true`
    : sql`board_hits x join hits h on h.workspace_id = ${workspaceId} and h.id = x.hit_id where ${ofBoard}`;
  const { rows } = await sql<RawHit & { readonly place: string }>`
    with page as (
      select h.*, to_json(x.said_at) #>> '{}' as place from ${looked} and ${sql.join(wanted, sql` and `)}
      order by x.said_at desc, x.hit_id desc limit ${limit + 1}
    ) select ${columnsOf(workspaceId, visible)}, h.place from page h order by h.said_at desc, h.id desc`.execute(db);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const isMore = last !== undefined && rows.length > limit;
  const end = isMore
    ? last
    : asked.words
      ? (
          await sql<{ place: string; id: string }>`
            select to_json(x.said_at) #>> '{}' as place, x.hit_id as id from ${newest} limit 1 offset ${sql.lit(lookedAt - 1)}`.execute(
            db,
          )
        ).rows[0]
      : undefined;
  return {
    items: items.map(({ place: _, ...row }) => toHit(row)),
    cursor: end ? packCursor(mark, [end.place, end.id]) : null,
  };
}

/** Null: it is not there, or not there for whoever asks. */
export async function findHit(
  db: Reader,
  workspaceId: WorkspaceId,
  id: string,
  visible: readonly InboxId[] | null,
): Promise<HitRow | null> {
  const [hit] = await findHits(db, workspaceId, [id], visible);
  return hit ?? null;
}

/** Those of these that somebody may see, the newest said first. */
export async function findHits(
  db: Reader,
  workspaceId: WorkspaceId,
  ids: readonly string[],
  visible: readonly InboxId[] | null,
): Promise<readonly HitRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<RawHit>`select ${columnsOf(workspaceId, visible)} from hits h
    where h.workspace_id = ${workspaceId} and h.id = any(${[...ids]}::uuid[]) and ${inInboxes(visible, 'h')}
    order by h.said_at desc, h.id desc`.execute(db);
  return rows.map(toHit);
}

/** Those that say nearly what this one says, without it, the newest said first. */
export async function listAlike(
  db: Reader,
  workspaceId: WorkspaceId,
  { id, alikeId }: Pick<HitRow, 'id' | 'alikeId'>,
  visible: readonly InboxId[] | null,
  limit = 20,
): Promise<readonly HitRow[]> {
  const { rows } = await sql<RawHit>`select ${columnsOf(workspaceId, visible)} from hits h
    where h.workspace_id = ${workspaceId} and h.alike_id = ${alikeId} and h.id <> ${id} and h.state <> 'gone' and ${inInboxes(visible, 'h')}
    order by h.said_at desc, h.id desc limit ${limit}`.execute(db);
  return rows.map(toHit);
}

type RawHit = Omit<HitRow, 'because' | 'needs'> & { readonly heard: readonly Heard[] };

/** More than this is a flood, and the exact number says no more. */
const MOST_ALIKE = 1_000;

const columnsOf = (workspaceId: WorkspaceId, visible: readonly InboxId[] | null) => sql`
  h.id, h.channel, h.inbox_id as "inboxId", h.author, h.text, h.permalink, h.said_at as "saidAt", h.found_at as "foundAt",
  jsonb_array_length(coalesce(h.event #> '{content,attachments}', '[]')) as media,
  h.language, h.sentiment, h.urgency, h.because as heard, h.alike_id as "alikeId", h.state, h.reason,
  h.judged_by as "judgedById", (select a.name from agents a where a.workspace_id = ${workspaceId} and a.id = h.judged_by) as "judgedBy",
  h.judged_at as "judgedAt", h.message_id as "messageId", coalesce((select m.conversation_id from messages m
    where m.workspace_id = ${workspaceId} and m.id = h.message_id), h.conversation_id) as "conversationId",
  jsonb_build_object('id', h.event -> 'id', 'remote', h.event -> 'remote',
    'thread', jsonb_build_object('reach', h.event #> '{thread,reach}', 'remote', h.event #> '{thread,remote}')) as target,
  coalesce((select jsonb_agg(distinct jsonb_build_object('id', r.id, 'name', r.body ->> 'name')) from listening_rules r
    where r.workspace_id = ${workspaceId} and r.id in (select (x ->> 'ruleId')::uuid from jsonb_array_elements(h.because) x)), '[]') as rules,
  (select count(*)::integer from (select from hits o where o.workspace_id = ${workspaceId} and o.alike_id = h.alike_id and o.id <> h.id
    and o.state <> 'gone' and ${inInboxes(visible, 'o')} limit ${sql.lit(MOST_ALIKE)}) others) as alike`;

function toHit({ heard, ...row }: RawHit): HitRow {
  const words = new Map(heard.flatMap(({ because }) => because.map((one) => [`${one.from} ${one.to}`, one] as const)));
  const because = [...words.values()].sort((a, b) => a.from - b.from || a.to - b.to);
  return { ...row, because, needs: needsIn(heard) };
}

function readPlace(mark: string, cursor: string): { readonly at: string; readonly id: string } {
  const [at, id] = unpackCursor(mark, cursor);
  if (typeof at !== 'string' || !isMoment(at) || !isUuid(id)) throw badCursor();
  return { at, id };
}
