import type { Pulled } from '../../core/channel/connector.ts';
import type { Query } from './api.ts';
import { isLater, type Mark, type Seen } from './mark.ts';

export interface WalkedPost extends Seen {
  readonly raw: unknown;
  readonly includes: Readonly<Record<string, unknown>>;
}
export interface WalkPage {
  readonly posts: readonly WalkedPost[];
  readonly next: string | undefined;
}
export interface WalkRules {
  readonly now: Date;
  /** How far the first walk goes back. */
  readonly historyMs: number;
  /** Posts that become findable this late are still found. */
  readonly overlapMs: number;
  /** The network answers no question about what is older; null: it does. */
  readonly reachMs: number | null;
  /** It lists no more than this many; null: all. */
  readonly most: number | null;
  /** How many may be asked for now; less than one page's least: not now. */
  readonly affordable: () => number;
  /** Bounds of `max_results`. */
  readonly sizes: readonly [number, number];
  readonly page: (query: Query, token: string | undefined) => Promise<WalkPage>;
}
export interface Walked {
  /** New ones, oldest first. */
  readonly fresh: readonly WalkedPost[];
  readonly isHistory: boolean;
  readonly mark: Mark | null;
  readonly more: boolean;
  readonly gap?: NonNullable<Pulled['gap']>;
}

const PAGES = 3;
const HOUR_MS = 3_600_000;
const REMEMBERED = 500;
/** A search that begins later than this is refused: the newest seconds are not to be searched yet. */
const NOT_YET_MS = 60_000;
/** What was deleted or hidden since counts among the newest and is not listed. */
const NEARLY_ALL = 0.95;
/** On the safe side of the network's own edge. */
const EDGE_MS = 10 * 60_000;

/** Reads from the newest down to what is known; only when it came there does the mark move up. */
export async function walk(mark: Mark | null, rules: WalkRules): Promise<Walked> {
  const { now } = rules;
  const start = mark?.deeper ?? begin(mark, rules);
  const known = new Set(mark?.recent.map(({ id }) => id));
  const fresh: WalkedPost[] = [];
  let newest: Seen | null = mark?.deeper?.newest ?? null;
  let oldest: Seen | null = null;
  let count = mark?.deeper?.count ?? 0;
  let token: string | undefined;
  let isDone = false;
  for (let pages = 0; pages < PAGES && !isDone; pages += 1) {
    const size = Math.min(rules.affordable(), rules.sizes[1]);
    if (size < rules.sizes[0]) break;
    const page = await rules.page({ max_results: size, ...boundsOf(start, rules) }, token);
    count += page.posts.length;
    for (const post of page.posts) {
      if (newest === null || isLater(post.id, newest.id)) newest = { id: post.id, at: post.at };
      if (oldest === null || isLater(oldest.id, post.id)) oldest = { id: post.id, at: post.at };
      if (!known.has(post.id)) fresh.push(post);
      known.add(post.id);
    }
    isDone = page.next === undefined || page.next === token;
    token = page.next;
  }
  const recent = recentOf([...fresh, ...(mark?.recent ?? [])], newest, rules);
  const found = { fresh: fresh.toSorted((a, b) => (isLater(a.id, b.id) ? 1 : -1)), isHistory: start.isHistory };
  if (isDone) {
    const done = { newest: later(newest, mark?.newest ?? null), recent, deeper: null };
    const gap = gapOf(mark, start, oldest, count, rules);
    return {
      ...found,
      mark: { ...done, readUntil: untilOf(mark, start.begunAt, fresh.length > 0 || mark?.deeper != null) },
      more: false,
      ...(gap ? { gap } : {}),
    };
  }
  // nothing may be read just now: all stays as it was
  if (newest === null || oldest === null) return { ...found, mark, more: false };
  const deeper = { ...start, untilId: oldest.id, newest, count };
  const kept = mark ?? { newest: null, readUntil: new Date(now.getTime() - rules.historyMs).toISOString() };
  return {
    ...found,
    mark: { newest: kept.newest, readUntil: kept.readUntil, recent, deeper },
    more: rules.affordable() >= rules.sizes[0],
  };
}

type Start = Omit<NonNullable<Mark['deeper']>, 'newest' | 'count' | 'untilId'> & { readonly untilId: string | null };

function begin(mark: Mark | null, { now, historyMs, overlapMs, reachMs }: WalkRules): Start {
  const begun = { untilId: null, begunAt: now.toISOString() };
  const from = (ms: number) => ({ sinceId: null, startTime: new Date(ms).toISOString() });
  if (!mark) return { ...begun, ...from(now.getTime() - historyMs), isHistory: true };
  const edge = now.getTime() - overlapMs;
  // an id that was seen, rather than one made up: what it says about time is the network's affair
  const since = [...mark.recent, ...(mark.newest ? [mark.newest] : [])].find(({ at }) => Date.parse(at) <= edge);
  if (since && Date.parse(since.at) > reachOf(now, reachMs))
    return { ...begun, sinceId: since.id, startTime: since.at, isHistory: false };
  return { ...begun, ...from(Date.parse(mark.readUntil) - overlapMs), isHistory: false };
}

const reachOf = (now: Date, reachMs: number | null): number =>
  reachMs === null ? Number.NEGATIVE_INFINITY : now.getTime() - reachMs + EDGE_MS;

function boundsOf({ sinceId, startTime, untilId }: Start, { now, reachMs }: WalkRules): Query {
  const reach = reachOf(now, reachMs);
  const isCut = Date.parse(startTime) < reach;
  const start = Math.min(Math.max(Date.parse(startTime), reach), now.getTime() - NOT_YET_MS);
  const from = new Date(start).toISOString().replace(/\.\d+Z$/, 'Z');
  const bounds = sinceId === null || isCut ? { start_time: from } : { since_id: sinceId };
  return { ...bounds, until_id: untilId ?? undefined };
}

function recentOf(all: readonly Seen[], newest: Seen | null, { now, overlapMs }: WalkRules): Seen[] {
  const sorted = all.map(({ id, at }) => ({ id, at })).toSorted((a, b) => (isLater(b.id, a.id) ? 1 : -1));
  const edge = Math.min(now.getTime(), newest ? Date.parse(newest.at) : now.getTime()) - overlapMs;
  const within = sorted.filter(({ at }) => Date.parse(at) > edge);
  // one below the edge, from which the next walk can begin
  const below = sorted.find(({ at }) => Date.parse(at) <= edge);
  return [...within.slice(0, REMEMBERED), ...(below ? [below] : [])];
}

const later = (one: Seen | null, other: Seen | null): Seen | null =>
  one === null || (other !== null && isLater(other.id, one.id)) ? other : one;

/** An idle list does not make the cursor be written again and again. */
function untilOf(mark: Mark | null, begunAt: string, isNews: boolean): string {
  if (!mark || isNews || Date.parse(begunAt) - Date.parse(mark.readUntil) > HOUR_MS) return begunAt;
  return mark.readUntil;
}

function gapOf(mark: Mark | null, start: Start, oldest: Seen | null, count: number, rules: WalkRules): Walked['gap'] {
  if (!mark || start.isHistory) return undefined;
  const from = new Date(start.startTime);
  if (rules.most !== null && count >= rules.most * NEARLY_ALL && oldest)
    return { from, to: new Date(oldest.at), why: `X lists the newest ${rules.most} only.` };
  const reach = reachOf(rules.now, rules.reachMs);
  if (from.getTime() >= reach) return undefined;
  const days = Math.round((rules.reachMs ?? 0) / 86_400_000);
  return { from, to: new Date(reach), why: `X searches the last ${days} days only.` };
}
