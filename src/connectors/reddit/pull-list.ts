import type { Pulled } from '../../core/channel/connector.ts';
import { type PulledEntry, pulledEntry } from '../shared/pulled-entry.ts';
import { type WalkPage, walk } from '../shared/walk.ts';
import type { Reddit, RedditCall } from './api.ts';
import type { OpenMemory } from './memory.ts';
import { troubleOf } from './outcome.ts';
import { listIn, Thing } from './shapes.ts';

export interface Reading {
  readonly reddit: Reddit;
  readonly memory: OpenMemory;
  readonly entries: PulledEntry[];
  readonly gaps: NonNullable<Pulled['gap']>[];
  readonly now: () => Date;
}
export interface List {
  /** Unique among the lists of an inbox; its cursor is kept by it. */
  readonly name: string;
  readonly path: string;
  readonly query: NonNullable<Extract<RedditCall, { method: 'GET' }>['query']>;
  /** What of it is wanted; absent: everything. */
  readonly wants?: (thing: Thing) => boolean;
  /** What its first walk brings is the past, also where the inbox has long been read. */
  readonly beginsInPast?: boolean;
}

/** Reddit lists the newest 1,000 or so; a list that ends before that is read whole. */
const NEARLY_ALL_PAGES = 9;
const OVERLAP_MS = 10 * 60_000;

/** Reads one newest-first list down to where it was read before. @returns whether there is more to be read at once */
export async function pullList(reading: Reading, list: List, historyMs: number): Promise<boolean> {
  const { reddit, memory, now } = reading;
  const kept = memory.lists[list.name];
  let pages = kept?.depth ?? 0;
  let oldest = Number.POSITIVE_INFINITY;
  let isEnd = false;
  const read: string[] = [];
  const ask = async (after: string | undefined) => {
    const answer = await reddit({ method: 'GET', path: list.path, query: { limit: 100, ...list.query, after } });
    if (answer.kind === 'failed') throw troubleOf(answer);
    return listIn(answer.body);
  };
  const page = async (after: string | undefined): Promise<WalkPage> => {
    let found = await ask(after);
    // nothing is below what was deleted: what stood above it leads on
    for (const anchor of after === undefined ? [] : anchorsAbove(after, read.length > 0 ? read : kept?.mark.seen)) {
      if (found.children.length > 0) break;
      found = await ask(anchor);
    }
    const { children, after: next } = found;
    pages += 1;
    isEnd = next === undefined;
    const items = children.flatMap((raw) => {
      const thing = Thing.safeParse(raw).data;
      if (!thing) takeOdd(reading, raw);
      return thing ? [{ uri: thing.data.name, at: thing.data.created_utc, raw }] : [];
    });
    for (const { at } of items) oldest = Math.min(oldest, at.getTime());
    read.push(...items.map(({ uri }) => uri));
    return { items, next };
  };
  const floor = kept?.mark.deeper
    ? Date.parse(kept.mark.deeper.floor)
    : Date.parse(kept?.mark.newest ?? '') - OVERLAP_MS;
  const walked = await walk(kept?.mark ?? null, page, { now: now(), historyMs });
  for (const { raw } of walked.fresh) take(reading, list, raw, walked.isHistory);
  memory.lists[list.name] = { mark: walked.mark, depth: walked.more ? pages : 0 };
  const isCut = isEnd && !walked.isHistory && pages >= NEARLY_ALL_PAGES && oldest > floor;
  if (isCut)
    reading.gaps.push({
      from: new Date(floor),
      to: new Date(oldest),
      why: 'Reddit lists the newest 1,000 only, and more was written since the last look.',
    });
  return walked.more;
}

const ANCHORS = 3;
function anchorsAbove(name: string, newestFirst: readonly string[] = []): readonly string[] {
  const at = newestFirst.lastIndexOf(name);
  return newestFirst.slice(Math.max(0, at - ANCHORS), Math.max(0, at)).toReversed();
}

function take({ memory, entries }: Reading, { wants, beginsInPast }: List, raw: unknown, isFirst: boolean): void {
  const thing = Thing.safeParse(raw).data;
  if (!thing || wants?.(thing) === false || !memory.meet(thing)) return;
  const isPast = thing.data.created_utc < memory.since || (beginsInPast === true && isFirst);
  entries.push(pulledEntry({ thing: raw, change: 'new' }, isPast));
}

/** What cannot be read is shown once, and said why. */
function takeOdd({ memory, entries }: Reading, raw: unknown): void {
  const data = typeof raw === 'object' && raw !== null && 'data' in raw ? raw.data : undefined;
  const name = typeof data === 'object' && data !== null && 'name' in data ? data.name : undefined;
  if (typeof name !== 'string' || name.length > 300 || memory.things.has(name)) return;
  memory.things.set(name, { editedAt: null, isHidden: false, isUnread: true });
  entries.push(pulledEntry({ thing: raw, change: 'new' }, false));
}
