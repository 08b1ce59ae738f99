import { z } from 'zod';

/**
 * Where reading of a newest-first list stopped. The network has no "since": a walk goes from the top until it is
 * below what was read before, and what it remembers keeps the overlap from being appended twice.
 */
export const Mark = z.object({
  /** The newest time seen, ISO. */
  newest: z.string(),
  /** Addresses seen, newest first. */
  seen: z.array(z.string()),
  /** Addresses known to be deleted. */
  gone: z.array(z.string()).default([]),
  /** A walk that was too long for one pull goes on here. */
  deeper: z.object({ page: z.string(), floor: z.string(), isHistory: z.boolean() }).nullable(),
});
export type Mark = z.infer<typeof Mark>;

export interface WalkItem {
  readonly uri: string;
  readonly at: Date;
  readonly raw: unknown;
}
export interface WalkPage {
  readonly items: readonly WalkItem[];
  /** Undefined on the last page. */
  readonly next: string | undefined;
}
export interface WalkTime {
  readonly now: Date;
  /** How far back the first walk goes. */
  readonly historyMs: number;
  /** How far below the newest each later one goes; 10 minutes when left out. */
  readonly overlapMs?: number;
}
export interface Walked {
  /** New ones, oldest first. */
  readonly fresh: readonly WalkItem[];
  readonly isHistory: boolean;
  readonly mark: Mark;
  readonly more: boolean;
}

/** The list is ordered by a time that clients may set back a little, and indexing lags. */
const OVERLAP_MS = 10 * 60_000;
/** More than a few pages, so that what is on the first page is always known when it was read before. */
const REMEMBERED = 500;
const PAGES = 5;

export async function walk(
  mark: Mark | null,
  page: (cursor: string | undefined) => Promise<WalkPage>,
  { now, historyMs, overlapMs = OVERLAP_MS }: WalkTime,
): Promise<Walked> {
  const isHistory = mark ? (mark.deeper?.isHistory ?? false) : true;
  const floor = floorOf(mark, { now, historyMs, overlapMs });
  const seen = new Set(mark?.seen);
  const fresh: WalkItem[] = [];
  const read: string[] = [];
  let newest = mark ? Date.parse(mark.newest) : floor;
  let cursor = mark?.deeper?.page;
  let isTop = cursor === undefined;
  let pages = 0;
  do {
    const { items, next } = await page(cursor);
    pages += 1;
    for (const item of items) {
      if (seen.has(item.uri)) continue;
      seen.add(item.uri);
      read.push(item.uri);
      newest = Math.max(newest, item.at.getTime());
      // on the top page everything unknown is new, however old it claims to be: before us, nothing there was skipped
      if (item.at.getTime() >= floor || (isTop && !isHistory)) fresh.push(item);
    }
    isTop = false;
    // a claimed time can only be older than the one shown, so from here on everything is below
    const isBelow = items.some(({ at }) => at.getTime() < floor);
    const isDone = next === undefined || next === cursor || isBelow;
    cursor = isDone ? undefined : next;
  } while (cursor !== undefined && pages < PAGES);

  const old = mark?.seen ?? [];
  const remembered = mark?.deeper ? [...old, ...read] : [...read, ...old];
  return {
    fresh: fresh.toReversed().toSorted((a, b) => a.at.getTime() - b.at.getTime()),
    isHistory,
    mark: {
      newest: new Date(Math.min(newest, Math.max(now.getTime(), floor))).toISOString(),
      seen: remembered.slice(0, REMEMBERED),
      gone: mark?.gone ?? [],
      deeper: cursor === undefined ? null : { page: cursor, floor: new Date(floor).toISOString(), isHistory },
    },
    more: cursor !== undefined,
  };
}

function floorOf(mark: Mark | null, { now, historyMs, overlapMs }: Required<WalkTime>): number {
  if (!mark) return now.getTime() - historyMs;
  if (mark.deeper) return Date.parse(mark.deeper.floor);
  return Date.parse(mark.newest) - overlapMs;
}
