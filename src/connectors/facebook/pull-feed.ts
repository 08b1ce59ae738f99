import { z } from 'zod';
import type { Cursor, Pulled } from '../../core/channel/connector.ts';
import type { MetaCredentials } from '../meta/credentials.ts';
import type { Graph } from '../meta/graph.ts';
import { asJson, connectionAt, type Entries, entryOf, OVERLAP_MS } from '../meta/pulled.ts';
import { commentId } from './ids.ts';
import { type ListName, type OnList, readList } from './lists.ts';
import { compare, Seen } from './memory.ts';
import { commentsOf, isGone } from './pull-comments.ts';

const LISTS = ['published_posts', 'visitor_posts', 'ratings'] as const satisfies readonly ListName[];
/** So many posts are read in one pull; then it is stored, and goes on. */
const AT_ONCE = 8;
/** An edit or a deletion leaves the number of comments as it was, so young posts are read again even so. */
const YOUNG_MS = 3 * 86_400_000;
/**
 * But only so many in one round: Meta allows 200 calls an hour for each person who has to do with the Page, and a post
 * that nobody touched is paid for by nobody. What is left over comes first in the next.
 */
const YOUNG_IN_ROUND = 20;
/** How much is remembered to see what became of it, of a post and altogether. */
const REMEMBERED_OF_POST = 200;
const REMEMBERED = 3_000;
const CHECKED_AT_ONCE = 10;

const Post = z.object({ id: z.string(), permalink: z.string().nullable(), stamp: z.string() });
const Kept = z.object({
  connectedAt: z.number(),
  /** How far back we read at all. */
  floor: z.number(),
  /** Every list was read until then; 0 in the first round. */
  since: z.number(),
  lists: z.partialRecord(z.enum(LISTS), z.array(Seen)),
  /** By post: when its comments were read, how it looked then, and what stood there. */
  posts: z.record(z.string(), z.object({ readAt: z.number(), stamp: z.string(), seen: z.array(Seen) })),
  round: z.object({ startedAt: z.number(), todo: z.array(Post), here: z.array(z.string()) }).nullable(),
});
type Kept = z.infer<typeof Kept>;
type Gap = NonNullable<Pulled['gap']>;

/** One pull of a round: the lists of the Page first, then the comments of posts on which something may have happened. */
export async function pullFeed(
  graph: Graph,
  credentials: MetaCredentials,
  cursor: Cursor | null,
  now: Date,
  historyMs: number,
): Promise<Pulled> {
  const kept: Kept = Kept.safeParse(cursor).data ?? {
    connectedAt: connectionAt(now),
    floor: connectionAt(now) - historyMs,
    since: 0,
    lists: {},
    posts: {},
    round: null,
  };
  const entries: Entries = [];
  const gaps: Gap[] = [];
  const add = (one: OnList | { at: Date; entry: OnList['entry'] }, isChanged: boolean) =>
    entries.push(
      entryOf({ ...one.entry, isHistory: one.at.getTime() < kept.connectedAt, isChanged, seenAt: now.getTime() }),
    );
  const addGone = (id: string) => entries.push(entryOf({ kind: 'gone', id, seenAt: now.getTime() }));

  const lists = { ...kept.lists };
  const posts: Kept['posts'] = { ...kept.posts };
  const round = kept.round ?? (await beginRound());
  const [these, later] = [round.todo.slice(0, AT_ONCE), round.todo.slice(AT_ONCE)];
  for (const post of these) await readPost(post);

  const isDone = later.length === 0;
  const next: Kept = {
    ...kept,
    lists,
    posts: isDone ? remembered(posts, round.here) : posts,
    since: isDone ? round.startedAt : kept.since,
    round: isDone ? null : { ...round, todo: later },
  };
  const gap = widest(gaps);
  return { entries, cursor: asJson(next), more: !isDone, ...(gap ? { gap } : {}) };

  async function beginRound(): Promise<NonNullable<Kept['round']>> {
    const floor = kept.since === 0 ? kept.floor : kept.since - OVERLAP_MS;
    const found: OnList[] = [];
    for (const name of LISTS) {
      const { items, isAll, isWhole } = await readList(graph, credentials, name, floor);
      const { fresh, changed, vanished, seen } = compare(kept.lists[name] ?? [], items, kept.floor, isAll);
      const oldest = items.at(-1);
      if (!isWhole && kept.since > 0 && oldest)
        gaps.push({ from: new Date(floor), to: oldest.at, why: 'More was posted on the Page than is read at once.' });
      for (const one of fresh.toReversed()) add(one, false);
      for (const one of changed) add(one, true);
      lists[name] = [...seen];
      // A recommendation cannot be asked for by its story alone.
      if (name !== 'ratings') lists[name].push(...(await checkGone(vanished, (id) => id)));
      found.push(...items);
    }
    return { startedAt: now.getTime(), ...choose(found) };
  }

  function choose(found: readonly OnList[]) {
    const here = found.flatMap((one) => (one.post ? [{ ...one.post, at: one.at }] : []));
    const touched = here.filter(({ id, stamp, count, updatedAt }) => {
      const before = kept.posts[id];
      return before ? before.stamp !== stamp : count > 0 && (updatedAt?.getTime() ?? now.getTime()) >= kept.floor;
    });
    const isTouched = new Set(touched.map(({ id }) => id));
    // A post of which nothing is to be read yet: from now on it shows when that changes.
    for (const { id, stamp } of here)
      if (!kept.posts[id] && !isTouched.has(id)) posts[id] = { readAt: now.getTime(), stamp, seen: [] };
    const waited = (id: string) => kept.posts[id]?.readAt ?? now.getTime();
    const young = here
      .filter(({ id, at }) => !isTouched.has(id) && at.getTime() > now.getTime() - YOUNG_MS)
      .filter(({ id, count }) => count > 0 || (kept.posts[id]?.seen.length ?? 0) > 0)
      .toSorted((a, b) => waited(a.id) - waited(b.id))
      .slice(0, YOUNG_IN_ROUND);
    return {
      todo: [...touched, ...young].map(({ id, permalink, stamp }) => ({ id, permalink, stamp })),
      here: here.map(({ id }) => id),
    };
  }

  async function readPost(post: z.infer<typeof Post>): Promise<void> {
    const before = kept.posts[post.id];
    const floor = before ? Math.max(kept.floor, before.readAt - OVERLAP_MS) : kept.floor;
    const read = await commentsOf(graph, credentials, post, before?.seen ?? [], floor);
    for (const one of read.fresh.toReversed()) add(one, false);
    for (const one of read.changed) add(one, true);
    const left = await checkGone(read.vanished, (id) => commentId(post.id, id));
    if (read.unreadUntil && before)
      gaps.push({
        from: new Date(floor),
        to: read.unreadUntil,
        why: 'More was written below one post than is read at once.',
      });
    const seen = [...read.seen, ...left].toSorted((a, b) => b[1] - a[1]).slice(0, REMEMBERED_OF_POST);
    posts[post.id] = { readAt: now.getTime(), stamp: post.stamp, seen };
  }

  /** @returns those of which it is not known yet */
  async function checkGone(vanished: readonly Seen[], nameOf: (id: string) => string): Promise<readonly Seen[]> {
    for (const [id] of vanished.slice(0, CHECKED_AT_ONCE))
      if (await isGone(graph, credentials, id)) addGone(nameOf(id));
    return vanished.slice(CHECKED_AT_ONCE);
  }
}

/** Posts that are not listed any more are forgotten, and of the older ones what stood below them. */
function remembered(posts: Kept['posts'], here: readonly string[]): Kept['posts'] {
  let room = REMEMBERED;
  return Object.fromEntries(
    here.flatMap((id) => {
      const post = posts[id];
      if (!post) return [];
      const seen = post.seen.slice(0, Math.max(0, room));
      room -= seen.length;
      return [[id, { ...post, seen }]];
    }),
  );
}

function widest(gaps: readonly Gap[]): Gap | undefined {
  const [first] = gaps;
  if (!first) return undefined;
  const times = (side: 'from' | 'to') => gaps.map((gap) => gap[side].getTime());
  return { from: new Date(Math.min(...times('from'))), to: new Date(Math.max(...times('to'))), why: first.why };
}
