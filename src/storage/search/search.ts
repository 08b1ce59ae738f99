import { sql } from 'kysely';
import type { MessageId } from '../../core/ids.ts';
import { parseQuery, type Query } from '../../core/search/parse-query.ts';
import type { SoughtPart } from '../../core/search/sought.ts';
import { badCursor, markOf } from '../conversations/cursor.ts';
import { findIds } from '../conversations/list.ts';
import type { Reader } from '../database.ts';
import { readSearchCursor, type SearchPlace, writeSearchCursor } from './cursor.ts';
import { findMessages, type MessagePlace, PACE, type Pace, readPlaces } from './find-messages.ts';
import { type Hit, readHits } from './hits.ts';
import { type FoundPerson, listPeople } from './people.ts';
import { type Asks, type Plan, planOf } from './plan.ts';

export interface SearchRequest extends Asks {
  readonly text: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly pace?: Pace;
}
export interface Found {
  /** The newest first. Of operators alone: one a conversation, its newest message that fits. */
  readonly hits: readonly Hit[];
  readonly people: readonly FoundPerson[];
  /** What was looked for, for marking it. */
  readonly wanted: readonly SoughtPart[];
  /** A page of something rare may be short, even empty, and still have more after it. */
  readonly cursor: string | null;
  readonly notUnderstood: readonly string[];
}

/** Messages and people. Throws `bad_cursor`. */
export async function search(db: Reader, request: SearchRequest, now: Date): Promise<Found> {
  const query = parseQuery(request.text, now);
  const mark = markOf(request.text);
  const after = request.cursor === undefined ? null : readSearchCursor(mark, request.cursor);
  const plan = await planOf(db, request, query);
  const { ids, end } = plan.isVain
    ? NOTHING
    : isOfConversations(plan, request)
      ? await ofConversations(db, request, plan, after, now)
      : await ofMessages(db, request, plan, after, now);
  const people = after === null ? await listPeople(db, request, peopleIn(query)) : [];
  return {
    hits: await readHits(db, request.workspaceId, ids),
    people,
    wanted: plan.wanted,
    cursor: end && writeSearchCursor(mark, end),
    notUnderstood: plan.notUnderstood,
  };
}

interface Page {
  readonly ids: readonly MessageId[];
  readonly end: SearchPlace | null;
}

const NOTHING: Page = { ids: [], end: null };

/** Nothing is asked of what was said: then it is the conversations that are looked for. */
function isOfConversations(plan: Plan, { visible }: Asks): boolean {
  const saysNothing = plan.wanted.length + plan.unwanted.length === 0 && !plan.from && !plan.to && !plan.contactIds;
  return saysNothing && (plan.ofConversation.length > 0 || plan.inboxIds !== visible);
}

async function ofConversations(
  db: Reader,
  { workspaceId, limit, agentId, visible }: SearchRequest,
  plan: Plan,
  after: SearchPlace | null,
  now: Date,
): Promise<Page> {
  if (after && !('list' in after)) throw badCursor();
  const wish = { view: 'all', sort: 'newest', filters: plan.ofConversation, agentId, visible: plan.inboxIds } as const;
  const { ids, cursor } = await findIds(db, workspaceId, { ...wish, limit, cursor: after?.list }, now);
  // What was merged into a conversation may have been said in an inbox that is not theirs to see.
  const inSight = visible ? [sql`m.inbox_id = any(${[...visible]}::uuid[])`] : [];
  const asked = sql.join([sql`true`, ...plan.ofMessage, ...inSight], sql` and `);
  const { rows } = await sql<{ id: MessageId }>`
    select n.id from json_array_elements_text(${JSON.stringify(ids)}::json) with ordinality as c (id, place) cross join lateral (
      select m.id from messages m where m.workspace_id = ${workspaceId} and m.conversation_id = c.id::uuid and ${asked}
      order by m.sent_at desc, m.id desc limit 1) n order by c.place`.execute(db);
  return { ids: rows.map(({ id }) => id), end: cursor === null ? null : { list: cursor } };
}

async function ofMessages(
  db: Reader,
  request: SearchRequest,
  plan: Plan,
  after: SearchPlace | null,
  now: Date,
): Promise<Page> {
  if (after && 'list' in after) throw badCursor();
  const { limit, pace = PACE } = request;
  if (isEmpty(plan) || plan.inboxIds?.length === 0) return { ids: [], end: null };
  // One more than asked for says whether there is a next page.
  const found = await findMessages(db, request, plan, after, limit + 1, now, pace);
  if (found.places.length === 0 && !found.stoppedAt && after === null) return withinWords(db, request, plan, pace);
  const page = found.places.slice(0, limit);
  const end = found.places.length > limit ? page.at(-1) : found.stoppedAt;
  return { ids: page.map(({ id }) => id), end: end ?? null };
}

/** No word begins so: then a part of one, among the newest. */
async function withinWords(db: Reader, { workspaceId, limit }: SearchRequest, plan: Plan, pace: Pace): Promise<Page> {
  const parts = plan.wanted.map((one) => (one.kind === 'word' && one.beginning.length >= 3 ? one.beginning : null));
  const isPlain =
    plan.ofMessage.length + plan.ofConversation.length + plan.unwanted.length === 0 && !plan.from && !plan.to;
  if (parts.length === 0 || parts.includes(null) || !isPlain) return { ids: [], end: null };
  const has = sql.join(
    parts.map((part) => sql`position(${part}::text in m.search) > 0`),
    sql` and `,
  );
  const visible = plan.inboxIds ? sql`m.inbox_id = any(${[...plan.inboxIds]}::uuid[])` : sql`true`;
  const places: readonly MessagePlace[] = await readPlaces(
    db,
    sql`(select m.* from messages m where m.workspace_id = ${workspaceId} and m.conversation_id is not null
      order by m.sent_at desc, m.id desc limit ${sql.lit(pace.piece)}) m where ${visible} and ${has}`,
    limit,
  );
  return { ids: places.map(({ id }) => id), end: null };
}

function isEmpty(plan: Plan): boolean {
  const { wanted, unwanted, ofMessage, ofConversation, from, to, contactIds } = plan;
  return (
    wanted.length + unwanted.length + ofMessage.length + ofConversation.length === 0 && !from && !to && !contactIds
  );
}

function peopleIn(query: Query): string {
  return [query.words, ...query.phrases].join(' ').trim();
}
