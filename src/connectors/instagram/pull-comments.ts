import { z } from 'zod';
import type { Cursor, Pulled } from '../../core/channel/connector.ts';
import type { Json } from '../../core/ids.ts';
import { walk } from '../meta/pages.ts';
import { id, lenient, moment } from '../shared/shapes.ts';
import { isGone, isOdd } from './errors.ts';
import { asJson, entryOf, OVERLAP_MS, unreadable } from './pulled.ts';
import type { Road } from './road.ts';

/** Posts that are looked at in one round: the newest. Older ones are still told of by webhooks. */
const POST_PAGES = 4;
const COMMENT_PAGES = 10;
const PAGE = '50';
/** So many posts are read in one pull; then it is stored, and goes on. */
const AT_ONCE = 5;

/** A deleted comment and a new one leave the number as it was, so young posts are read every time. */
const YOUNG_MS = 3 * 86_400_000;

const UNSAID = -1;

const Media = z.looseObject({ id, comments_count: lenient(z.number()), timestamp: lenient(moment) });
const Timed = z.looseObject({ id, timestamp: moment });
const Comment = z.looseObject({
  id,
  timestamp: moment,
  replies: lenient(z.object({ data: z.array(z.unknown()), paging: lenient(z.object({ next: lenient(z.string()) })) })),
});
const MEDIA_FIELDS = 'id,caption,media_type,media_product_type,permalink,timestamp,comments_count,username';
const ONE = 'id,text,timestamp,username,from{id,username},like_count,hidden,parent_id';

const Kept = z.object({
  connectedAt: z.number(),
  /** Everything said until then was read. */
  since: z.number(),
  /** How many comments each post had when it was last read: an unchanged one is not read again. */
  counts: z.record(z.string(), z.number()),
  /** A round that is under way. */
  round: z
    .object({
      startedAt: z.number(),
      /** Every post of the round: the counts of others are forgotten. */
      seen: z.array(z.string()),
      todo: z.array(z.object({ media: z.record(z.string(), z.unknown()), count: z.number() })),
    })
    .nullable(),
});
type Kept = z.infer<typeof Kept>;

/** Walks the newest posts, and of those whose number of comments changed all that was said since. */
export async function pullComments(road: Road, cursor: Cursor | null, now: Date): Promise<Pulled> {
  const read = Kept.safeParse(cursor).data;
  const kept: Kept = read ?? { connectedAt: now.getTime(), since: 0, counts: {}, round: null };
  const round = kept.round ?? (await beginRound(road, kept, now));
  const [these, later] = [round.todo.slice(0, AT_ONCE), round.todo.slice(AT_ONCE)];
  const entries: Pulled['entries'][number][] = [];
  const counts = { ...kept.counts };
  let gap: Pulled['gap'];
  for (const { media, count } of these) {
    const found = await commentsOf(road, String(media.id), kept.since - OVERLAP_MS);
    for (const comment of found.comments) {
      const isHistory = comment.timestamp.getTime() < kept.connectedAt;
      entries.push(entryOf({ kind: 'comment', isHistory, media, comment: comment.raw }));
    }
    counts[String(media.id)] = count;
    // Several posts may have more than is listed: the gap ends where the last of them ends.
    if (found.unreadUntil && kept.since > 0 && !(gap && gap.to > found.unreadUntil))
      gap = {
        from: new Date(kept.since),
        to: found.unreadUntil,
        why: 'More was written below one post than Instagram lists at once.',
      };
  }
  const isDone = later.length === 0;
  const next = {
    connectedAt: kept.connectedAt,
    since: isDone ? round.startedAt : kept.since,
    counts: isDone ? onlyOf(counts, round.seen) : counts,
    round: isDone ? null : { ...round, todo: later },
  };
  return { entries, cursor: next as Json, more: !isDone, ...(gap ? { gap } : {}) };
}

const onlyOf = (counts: Readonly<Record<string, number>>, ids: readonly string[]) =>
  Object.fromEntries(ids.flatMap((one) => (counts[one] === undefined ? [] : [[one, counts[one]]])));

async function beginRound(road: Road, { counts }: Kept, now: Date) {
  const found = await walk(road.graph, road.as, {
    path: `${road.accountId}/media`,
    query: { fields: MEDIA_FIELDS, limit: PAGE },
    item: Media,
    maxPages: POST_PAGES,
  });
  if (found.kind === 'failed') throw unreadable(found.answer);
  const todo = found.items.flatMap((media) => {
    // Where Instagram does not say how many there are, it is looked at every time.
    const count = media.comments_count ?? UNSAID;
    const isYoung = media.timestamp !== undefined && media.timestamp.getTime() > now.getTime() - YOUNG_MS;
    const isWorthIt =
      count === UNSAID || (counts[media.id] === undefined || isYoung ? count > 0 : counts[media.id] !== count);
    return isWorthIt ? [{ media: asJson(media) as Record<string, Json>, count }] : [];
  });
  return { startedAt: now.getTime(), todo, seen: found.items.map((media) => media.id) };
}

interface Found {
  readonly comments: readonly { readonly timestamp: Date; readonly raw: Json }[];
  /** Older ones than this may stand there, and were not read. */
  readonly unreadUntil: Date | null;
}

/** The list goes by the top-level comments, and an old one may have a new answer: so all of them are looked at. */
async function commentsOf(road: Road, mediaId: string, since: number): Promise<Found> {
  const found = await walk(road.graph, road.as, {
    path: `${encodeURIComponent(mediaId)}/comments`,
    query: { fields: `${ONE},replies{${ONE}}`, limit: PAGE },
    item: Comment,
    maxPages: COMMENT_PAGES,
  });
  if (found.kind === 'failed') {
    if (isOdd(found.answer)) return { comments: [], unreadUntil: null };
    throw unreadable(found.answer);
  }
  const all: { timestamp: Date; raw: Json }[] = [];
  const keep = (one: z.infer<typeof Timed>, more: Readonly<Record<string, Json>>) => {
    const raw = { ...(asJson(one) as Record<string, Json>), ...more };
    if (one.timestamp.getTime() >= since) all.push({ timestamp: one.timestamp, raw });
  };
  for (const { replies, ...comment } of found.items) {
    keep(comment, {});
    const listed = replies?.paging?.next === undefined ? replies?.data : await repliesTo(road, comment.id);
    for (const reply of listed ?? []) {
      const one = Timed.safeParse(reply).data;
      if (one) keep(one, { parent_id: comment.id });
    }
  }
  const oldest = found.items.at(-1)?.timestamp ?? null;
  const isBehind = found.isWhole || (oldest !== null && oldest.getTime() < since);
  return { comments: all, unreadUntil: isBehind ? null : oldest };
}

async function repliesTo(road: Road, commentId: string): Promise<readonly unknown[]> {
  const found = await walk(road.graph, road.as, {
    path: `${encodeURIComponent(commentId)}/replies`,
    query: { fields: ONE, limit: PAGE },
    item: Timed,
    maxPages: COMMENT_PAGES,
  });
  if (found.kind === 'items') return found.items;
  if (isGone(found.answer)) return [];
  throw unreadable(found.answer);
}
