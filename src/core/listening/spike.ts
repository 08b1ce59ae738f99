import { baselineOf, type HourCount, UNKNOWN_BOARD } from './spike-baseline.ts';

/** A post of the last two hours. */
export interface RecentPost {
  /** Null: nobody says whose it is. */
  readonly author: string | null;
  /** The first of those that say nearly the same. */
  readonly alike: string;
  readonly at: Date;
  readonly isNegative: boolean;
}
/** How it stood at its height: posts within an hour, by how many people, and how many of them negative. */
export interface Height {
  readonly posts: number;
  readonly expected: number;
  readonly authors: number;
  readonly negative: number;
}
export interface OpenSpike extends Height {
  readonly beganAt: Date;
}
export interface MoodCount extends HourCount {
  readonly negative: number;
}
export type SpikeVerdict =
  | { readonly is: 'quiet' }
  | { readonly is: 'ended' }
  | ({ readonly is: 'began' } & Going)
  | ({ readonly is: 'goes_on' } & Going);
interface Going {
  readonly spike: OpenSpike;
  /** It is still loud just now. */
  readonly isSeen: boolean;
  readonly isHigher: boolean;
}

const HOUR_MS = 3_600_000;
export const SPIKE_AUTHORS = 5;
export const SPIKE_TIMES = 3;
const OVER_TIMES = 1.5;
/** Where nearly nothing is ever said, three times nearly nothing is no spike. */
const FEWEST = 2;

/**
 * Whether far more is said just now than at this hour of the weeks before, or far more in anger: also where as much is
 * said as ever, but the mood turned. What goes on is the same spike, until two hours were quiet.
 * @param hours of the last four weeks
 * @param recent of the last two hours
 * @param before the one that is open
 */
export function judgeSpike(
  hours: readonly MoodCount[],
  recent: readonly RecentPost[],
  before: OpenSpike | null,
  now: Date,
): SpikeVerdict {
  const [last, earlier] = [1, 2].map((back) => {
    const to = now.getTime() - (back - 1) * HOUR_MS;
    return countOnce(recent.filter(({ at }) => at.getTime() <= to && at.getTime() > to - HOUR_MS));
  }) as [Counted, Counted];
  const expected = expectedOf(hours, now);
  const angry = expectedOf(
    hours.map(({ hour, negative }) => ({ hour, posts: negative })),
    now,
  );
  const height = { posts: last.posts, expected, authors: last.authors, negative: last.negative };
  if (!before) {
    const isLoud = isAbove(last.posts, expected, SPIKE_TIMES) && last.authors >= SPIKE_AUTHORS;
    const isAngry = isAbove(last.negative, angry, SPIKE_TIMES) && last.angryAuthors >= SPIKE_AUTHORS;
    if (!isLoud && !isAngry) return { is: 'quiet' };
    const beganAt = last.firstAt ?? now;
    return { is: 'began', spike: { ...height, beganAt }, isSeen: true, isHigher: true };
  }
  const isOver = ({ posts, negative }: Counted) =>
    !isAbove(posts, expected, OVER_TIMES) && !isAbove(negative, angry, OVER_TIMES);
  if (isOver(last) && isOver(earlier)) return { is: 'ended' };
  const isHigher = height.posts > before.posts || (height.posts === before.posts && height.negative > before.negative);
  const spike = { ...(isHigher ? height : before), beganAt: before.beganAt };
  return { is: 'goes_on', spike, isSeen: !isOver(last), isHigher };
}

const isAbove = (posts: number, expected: number, times: number): boolean =>
  posts >= times * Math.max(expected, FEWEST);

/** Of the hour that ends now: so much of the clock's hour as has gone by, and the rest of the one before. */
function expectedOf(hours: readonly HourCount[], now: Date): number {
  const hour = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS);
  const gone = (now.getTime() - hour.getTime()) / HOUR_MS;
  const baseline = baselineOf(hours.filter((one) => one.hour.getTime() < hour.getTime()));
  const at = (then: number): number => baseline.at(new Date(then)) ?? UNKNOWN_BOARD;
  return gone * at(hour.getTime()) + (1 - gone) * at(hour.getTime() - HOUR_MS);
}

interface Counted {
  readonly posts: number;
  readonly authors: number;
  readonly negative: number;
  readonly angryAuthors: number;
  readonly firstAt: Date | null;
}

/** Near copies by one author are one post; what nobody signed is one author's where it says the same. */
function countOnce(posts: readonly RecentPost[]): Counted {
  const once = new Map<string, boolean>();
  const authors = new Set<string>();
  const angry = new Set<string>();
  let firstAt: Date | null = null;
  for (const { author, alike, at, isNegative } of posts) {
    const who = author ?? `? ${alike}`;
    const key = `${who}\n${alike}`;
    once.set(key, (once.get(key) ?? false) || isNegative);
    authors.add(who);
    if (isNegative) angry.add(who);
    if (!firstAt || at < firstAt) firstAt = at;
  }
  const negative = [...once.values()].filter(Boolean).length;
  return { posts: once.size, authors: authors.size, negative, angryAuthors: angry.size, firstAt };
}
