import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Cursor, type Pulled, Trouble } from '../../../core/channel/connector.ts';
import { pulledEntry } from '../pulled-entry.ts';
import type { Review } from './review.ts';

/** What is remembered of a review between two looks, as short as it can be: a cursor is written at every look. */
const Known = z.object({
  at: z.number(),
  said: z.string(),
  answer: z.object({ id: z.string(), text: z.string() }).nullable(),
});
type Known = z.infer<typeof Known>;
const Mark = z.object({
  /** When the list was last read as far down as needed, milliseconds. */
  since: z.number(),
  seen: z.record(z.string(), Known),
  /** A walk that was too long for one pull goes on here. */
  deeper: z.object({ page: z.string(), floor: z.number(), isHistory: z.boolean(), begun: z.number() }).nullable(),
});
type Mark = z.infer<typeof Mark>;

export interface ReviewPage {
  /** `review` is null where it cannot be read: it is kept all the same, so that the ledger says why. */
  readonly items: readonly { readonly review: Review | null; readonly raw: unknown }[];
  /** Undefined on the last page. */
  readonly next: string | undefined;
}
export interface ReviewList {
  /** Newest change first. Throws `Trouble`. */
  page(token: string | undefined): Promise<ReviewPage>;
  /** Whether the network says that this one is not there any more. Absent: it cannot be asked. */
  isGone?(id: string): Promise<boolean>;
  /** Whether a review that was not seen before may be one that we had long ago, changed. */
  isPerhapsEdited(review: Review): boolean;
  /** Ids of answers that were made here, by review: what the network calls an answer changes with its words. */
  readonly made: Map<string, string>;
}
export interface WalkTimes {
  readonly now: Date;
  /** How far back the first walk goes. */
  readonly historyMs: number;
  /** What is younger is read again at every look, so that edits, answers given elsewhere and deletions show. */
  readonly windowMs: number;
  /** Older ones the network does not list. */
  readonly visibleMs?: number;
}

/** As many as are remembered, of the network with the shortest pages. */
const PAGES = 10;
const OVERLAP_MS = 3_600_000;
const REMEMBERED = 500;
/** Within one walk, whose parts must not forget what the one before has read. */
const REMEMBERED_ON_THE_WAY = 5_000;
const CONFIRMED_AT_ONCE = 10;
const TURN_MS = 60_000;
const UNREADABLE = '?';
const GAP = 'The network lists only what was written or changed in the last 7 days, and nobody looked for longer.';

/** These networks have no "since" and tell nobody of changes: a list is read from its top, and compared. */
export async function walkReviews(cursor: Cursor | null, list: ReviewList, times: WalkTimes): Promise<Pulled> {
  const mark = Mark.safeParse(cursor).data ?? null;
  const now = times.now.getTime();
  const begun = mark?.deeper?.begun ?? now;
  const isHistory = mark === null || mark.deeper?.isHistory === true;
  const floor = mark?.deeper?.floor ?? floorOf(mark, times);
  const seen: Record<string, Known> = { ...mark?.seen };
  // what was never seen is new, unless it was forgotten here, or was read by an earlier connection of this inbox
  const mayBeKnown = isHistory || Object.keys(seen).length >= REMEMBERED;
  const met = new Set<string>();
  const entries: Pulled['entries'][number][] = [];
  let token = mark?.deeper?.page;
  let isWhole = false;
  let isForgotten = false;
  for (let page = 0; page < PAGES && !isWhole; page++) {
    const read = await (page === 0 ? pageOrTop(list, token) : list.page(token));
    if (read === null) isForgotten = true;
    const { items, next } = read ?? (await list.page(undefined));
    for (const { review, raw } of items) {
      if (!review) {
        const key = UNREADABLE + hash([raw]);
        if (!Object.hasOwn(seen, key)) entries.push(pulledEntry({ review: raw }, isHistory));
        seen[key] = { at: now, said: '', answer: null };
        continue;
      }
      if (met.has(review.id)) continue;
      met.add(review.id);
      if (review.changedAt.getTime() < floor && !Object.hasOwn(seen, review.id)) continue;
      const news = whatIsNew(review, seen[review.id], list, mayBeKnown);
      seen[review.id] = news.known;
      if (news.isNews)
        entries.push(
          pulledEntry({ review: raw, isEdited: news.isEdited, answer: news.answer }, isHistory && news.isNew),
        );
    }
    isWhole =
      next === undefined ||
      (items.length > 0 && items.every(({ review }) => review !== null && review.changedAt.getTime() < floor));
    token = next;
  }
  if (isWhole && mark?.deeper == null) entries.push(...(await gone(list, seen, met, floor, times.now)));
  const deeper = isWhole || token === undefined ? null : { page: token, floor, isHistory, begun };
  const next: Mark = {
    since: deeper ? (mark?.since ?? begun) : begun,
    seen: youngest(seen, deeper ? REMEMBERED_ON_THE_WAY : REMEMBERED),
    deeper,
  };
  // newest first on the network; a story is filed in the order in which it was told
  return { entries: entries.toReversed(), cursor: next, more: deeper !== null && !isForgotten, ...gapOf(mark, times) };
}

/** Names of pages end after some time: null, and the walk begins at the top again, where what it has seen is known. */
async function pageOrTop(list: ReviewList, token: string | undefined): Promise<ReviewPage | null> {
  try {
    return await list.page(token);
  } catch (error) {
    if (token === undefined || !(error instanceof Trouble) || error.kind !== 'misconfigured') throw error;
    return null;
  }
}

/** What is not remembered any more would look new at every look, so the window ends above it. */
function floorOf(mark: Mark | null, { now, historyMs, windowMs }: WalkTimes): number {
  if (mark === null) return now.getTime() - historyMs;
  const times = Object.values(mark.seen).map(({ at }) => at);
  const oldest = times.length >= REMEMBERED ? Math.min(...times) : 0;
  return Math.min(Math.max(now.getTime() - windowMs, oldest), mark.since - OVERLAP_MS);
}

function whatIsNew(review: Review, old: Known | undefined, list: ReviewList, mayBeKnown: boolean) {
  const said = hash([review.title, review.text, review.stars]);
  const id = review.answer && (list.made.get(review.id) ?? old?.answer?.id ?? review.answer.id);
  const now = review.answer && id ? { id, text: hash([review.answer.text, review.answer.problem]) } : null;
  const known: Known = { at: review.changedAt.getTime(), said, answer: now };
  const isNew = old === undefined;
  const isEdited = isNew ? mayBeKnown && list.isPerhapsEdited(review) : old.said !== said;
  const answer = changeOf(old?.answer ?? null, now, review);
  if (answer?.change === 'gone') list.made.delete(review.id);
  return { known, isNew, isEdited, answer, isNews: isNew || isEdited || answer !== null };
}

function changeOf(old: Known['answer'], now: Known['answer'], review: Review) {
  const at = review.answer?.at ?? review.changedAt;
  if (old && !now) return { id: old.id, change: 'gone', at };
  if (!now) return null;
  if (old?.id !== now.id) return { id: now.id, change: 'new', at };
  return old.text === now.text ? null : { id: now.id, change: 'edited', at };
}

/** What was in the list and is not any more is asked for by its name: a list may lag, a name does not. */
async function gone(list: ReviewList, seen: Record<string, Known>, met: ReadonlySet<string>, floor: number, now: Date) {
  if (!list.isGone) return [];
  const missing = Object.entries(seen).filter(
    ([id, { at }]) => at >= floor && !met.has(id) && !id.startsWith(UNREADABLE),
  );
  const entries: Pulled['entries'][number][] = [];
  // some are not listed and there all the same: at each look others are asked for, or those behind them never are
  const first = Math.floor(now.getTime() / TURN_MS) * CONFIRMED_AT_ONCE;
  const turned = missing.map((_, index) => missing[(first + index) % missing.length] as (typeof missing)[number]);
  for (const [id] of turned.slice(0, CONFIRMED_AT_ONCE)) {
    if (!(await list.isGone(id))) continue;
    delete seen[id];
    entries.push(pulledEntry({ gone: id, at: now.toISOString() }, false));
  }
  return entries;
}

function youngest(seen: Readonly<Record<string, Known>>, count: number): Record<string, Known> {
  const sorted = Object.entries(seen).sort(([, one], [, other]) => other.at - one.at);
  return Object.fromEntries(sorted.slice(0, count));
}

function gapOf(mark: Mark | null, { now, visibleMs }: WalkTimes): Pick<Pulled, 'gap'> {
  if (!mark || mark.deeper || visibleMs === undefined) return {};
  const to = now.getTime() - visibleMs;
  return mark.since < to ? { gap: { from: new Date(mark.since), to: new Date(to), why: GAP } } : {};
}

const hash = (parts: readonly unknown[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 12);
