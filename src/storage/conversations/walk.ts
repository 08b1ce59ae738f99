import { type RawBuilder, sql } from 'kysely';
import type { Filter } from '../../core/conversation/filter.ts';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import { inInboxes } from '../access/in-inboxes.ts';
import type { Reader } from '../database.ts';
import { findAnchor } from './anchors.ts';
import type { Place } from './orders.ts';
import type { Stretch } from './stretches.ts';

export interface Pace {
  /** Conversations looked through by one statement. */
  readonly piece: number;
  readonly ms: number;
  /** So many are read and sorted whole, where an index finds them. */
  readonly few: number;
}
export interface Search {
  readonly workspaceId: WorkspaceId;
  /** Null: all of them. */
  readonly inboxIds: readonly InboxId[] | null;
  readonly filters: readonly Filter[];
  /** After this moment of `performance.now()` no further piece is begun. */
  readonly until: number;
  readonly pace: Pace;
}
export interface FoundInPart {
  readonly places: readonly Place[];
  /** Time ran out: this far it was looked. Null: to the end, or enough was found. */
  readonly stoppedAt: Place | null;
}

/** The first `limit` of a part of a stretch. What is asked on top of an endless stretch is looked for piece by piece. */
export async function readPart(
  db: Reader,
  search: Search,
  stretch: Stretch,
  part: RawBuilder<unknown>,
  index: number,
  limit: number,
): Promise<FoundInPart> {
  const read = (from: RawBuilder<unknown>) => readPlaces(db, from, stretch, index, limit);
  const rows = sql`conversations c where c.workspace_id = ${search.workspaceId} and ${stretch.where}`;
  const among = inInboxes(search.inboxIds);
  if (!stretch.filter) return { places: await read(allOf(search, rows, part, stretch, limit)), stoppedAt: null };
  if (!stretch.isEndless)
    return { places: await read(sql`${rows} and ${part} and ${among} and ${stretch.filter}`), stoppedAt: null };
  return walk(db, search, stretch, part, index, limit);
}

/** All that fits, where an index finds few conversations among which it must be. Null: it finds many, or there is none. */
async function readFew(
  db: Reader,
  search: Search,
  stretch: Stretch,
  part: RawBuilder<unknown>,
  index: number,
  limit: number,
): Promise<FoundInPart | null> {
  const anchor = await findAnchor(db, search.workspaceId, search.filters, search.pace.few);
  if (!anchor) return null;
  const few = sql`(with few as materialized (select c.* from conversations c
    where c.workspace_id = ${search.workspaceId} and ${stretch.where} and ${anchor}) select * from few) c`;
  const from = sql`${few} where ${part} and ${inInboxes(search.inboxIds)} and ${stretch.filter ?? sql`true`}`;
  return { places: await readPlaces(db, from, stretch, index, limit), stoppedAt: null };
}

async function walk(
  db: Reader,
  search: Search,
  stretch: Stretch,
  part: RawBuilder<unknown>,
  index: number,
  limit: number,
): Promise<FoundInPart> {
  // One inbox has an index of its own; of several we take what lies on the way.
  const [only, ...more] = search.inboxIds ?? [];
  const isOne = only !== undefined && more.length === 0;
  const rows = sql`conversations c where c.workspace_id = ${search.workspaceId} and ${stretch.where}
    and ${isOne ? inInboxes(search.inboxIds) : sql`true`}`;
  const asked = sql`${isOne ? sql`true` : inInboxes(search.inboxIds)} and ${stretch.filter ?? sql`true`}`;
  const places: Place[] = [];
  let ahead = part;
  // What is common is found in a short first piece; before longer ones it is asked whether it is so rare that it is known where.
  for (let isFirst = true; ; isFirst = false) {
    const size = isFirst ? Math.ceil(search.pace.piece / 5) : search.pace.piece;
    const wanted = limit - places.length;
    const piece = sql`(select c.* from ${rows} and ${ahead} order by ${stretch.order.by} limit ${sql.lit(size)}) c where ${asked}`;
    places.push(...(await readPlaces(db, piece, stretch, index, wanted)));
    if (places.length >= limit) return { places, stoppedAt: null };
    const [end] = await readPlaces(db, sql`${rows} and ${ahead}`, stretch, index, 1, size - 1);
    if (!end) return { places, stoppedAt: null };
    const few = isFirst ? await readFew(db, search, stretch, part, index, limit) : null;
    if (few) return few;
    if (performance.now() > search.until) return { places, stoppedAt: end };
    // Of two parts the second follows the first in the same order: joined they are what lies ahead.
    ahead = sql`${part} and (${sql.join(stretch.order.after(end), sql` or `)})`;
  }
}

/** Everything of a few inboxes: each in its own index, and then the first of them all. */
function allOf(
  { inboxIds }: Search,
  rows: RawBuilder<unknown>,
  part: RawBuilder<unknown>,
  { order }: Stretch,
  limit: number,
): RawBuilder<unknown> {
  if (!inboxIds || inboxIds.length < 2) return sql`${rows} and ${part} and ${inInboxes(inboxIds)}`;
  return sql`unnest(${[...inboxIds]}::uuid[]) b (id) cross join lateral (
    select c.* from ${rows} and c.inbox_id = b.id and ${part} order by ${order.by} limit ${limit}) c`;
}

async function readPlaces(
  db: Reader,
  from: RawBuilder<unknown>,
  { order }: Stretch,
  stretch: number,
  limit: number,
  offset = 0,
): Promise<readonly Place[]> {
  const { rows } = await sql<Omit<Place, 'stretch'>>`
    select c.id, ${order.keys} as keys from ${from} order by ${order.by} limit ${limit} offset ${offset}`.execute(db);
  return rows.map((row) => ({ ...row, stretch }));
}
