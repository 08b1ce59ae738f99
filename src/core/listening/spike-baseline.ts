/** How many posts an hour of UTC had; hours with none may be missing. */
export interface HourCount {
  readonly hour: Date;
  readonly posts: number;
}
/** What may be expected, from what was: the same hour of the same weekday and its neighbours, of four weeks. */
export interface Baseline {
  /** Of the hour that begins then, from what was said before it. Null: nothing was known before it. */
  at(hour: Date): number | null;
}

const HOUR_MS = 3_600_000;
const DAY = 24;
const WEEK = 7 * DAY;
const WEEKS = 4;
/** What is taken for usual where nothing is known yet, and for how many hours of knowing it counts. */
const PRIOR_POSTS = 3;
const PRIOR_HOURS = 24;
/** How much the board's mean counts beside the hours of the weeks before, in hours. */
const MEAN_WEIGHT = 0.25;
/** From so many weeks on the loudest is left out, which may have been a spike itself, and the quietest. */
const WEEKS_TO_JUDGE = 3;
const MOST_GROWTH = 4;

/** Days and weeks are counted in UTC throughout: nobody's clocks go forward in the middle of it. */
export function baselineOf(counts: readonly HourCount[]): Baseline {
  const said = counts.filter(({ posts }) => posts > 0);
  if (said.length === 0) return { at: () => null };
  const first = Math.min(...said.map(({ hour }) => indexOf(hour)));
  const last = Math.max(...said.map(({ hour }) => indexOf(hour)));
  const hours = new Float64Array(last - first + 1);
  for (const { hour, posts } of said) hours[indexOf(hour) - first] = (hours[indexOf(hour) - first] ?? 0) + posts;
  const sums = new Float64Array(hours.length + 1);
  for (let at = 0; at < hours.length; at++) sums[at + 1] = (sums[at] ?? 0) + (hours[at] ?? 0);

  const of = (at: number): number => hours[at] ?? 0;
  const upTo = (at: number): number => sums[Math.min(Math.max(at, 0), hours.length)] ?? 0;
  const between = (from: number, to: number): number => upTo(to) - upTo(from);

  /** Of hours as this one, a week apart, without the loudest and the quietest. */
  function sameHours(at: number): { readonly usual: number; readonly weeks: number } {
    const weeks: number[] = [];
    for (let week = 1; week <= WEEKS && at - week * WEEK >= 0; week++) {
      const then = at - week * WEEK;
      weeks.push((of(then - 1) / 2 + of(then) + of(then + 1) / 2) / 2);
    }
    const kept = weeks.length < WEEKS_TO_JUDGE ? weeks : weeks.toSorted((a, b) => a - b).slice(1, -1);
    const total = kept.reduce((sum, posts) => sum + posts, 0);
    return { usual: kept.length === 0 ? 0 : total / kept.length, weeks: weeks.length };
  }
  /** How much louder the days of the last week were than those before; what grows slowly is no surprise. */
  function growth(at: number): number {
    const days: number[] = [];
    for (let to = at; to - DAY >= 0 && days.length < WEEKS * 7; to -= DAY) days.push(between(to - DAY, to));
    if (days.length < 14) return 1;
    const [now, before] = [median(days.slice(0, 7)), median(days.slice(7))];
    return before === 0 ? 1 : Math.min(MOST_GROWTH, Math.max(1, now / before));
  }

  return {
    at(hour) {
      const at = indexOf(hour) - first;
      if (at <= 0) return null;
      const known = Math.min(at, WEEKS * WEEK);
      const mean = (between(at - known, at) + PRIOR_POSTS * PRIOR_HOURS) / (known + PRIOR_HOURS);
      const { usual, weeks } = sameHours(at);
      return ((weeks * usual + MEAN_WEIGHT * mean) / (weeks + MEAN_WEIGHT)) * growth(at);
    },
  };
}

/** Of a board on which nothing was ever said before. */
export const UNKNOWN_BOARD = PRIOR_POSTS;

const indexOf = (hour: Date): number => Math.floor(hour.getTime() / HOUR_MS);

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
