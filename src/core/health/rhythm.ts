/** What was heard of an inbox in one hour, by the hour's beginning. Hours without anything may be left out. */
export interface HeardHour {
  readonly hour: Date;
  readonly heard: number;
}

const HOUR_MS = 3_600_000;
const WEEK_HOURS = 168;
/** A rhythm is known after two weeks: every hour of the week was seen twice. */
export const LEARN_MS = 14 * 24 * HOUR_MS;
/** Longer before the last word than this tells little. */
export const REMEMBER_MS = 56 * 24 * HOUR_MS;
/** However lively an inbox is, nobody is called for less. */
const SHORTEST_MS = 60 * 60_000;
/**
 * So many messages must have been due. Where they came one by one by chance, that many are all missing in one of a
 * thousand such times.
 */
const LEAST_DUE = 7;
/** And it must be longer, in messages due, than any earlier pause by so much: some inboxes speak in bursts. */
const BEYOND = 1.5;

export interface Silence {
  readonly since: Date;
  /** How many messages would have come by now on usual weeks. */
  readonly due: number;
}

/**
 * Whether an inbox is quiet against its own habits by hour and weekday. A quiet weekend on a quiet account is none:
 * then nothing was due.
 *
 * @param hours of the last weeks, in any order
 * @param lastHeardAt of a customer; null: never
 * @param knownSince when it was connected, or heard of first
 */
export function silenceOf(
  hours: readonly HeardHour[],
  lastHeardAt: Date | null,
  knownSince: Date,
  now: Date,
): Silence | null {
  if (!lastHeardAt || now.getTime() - lastHeardAt.getTime() < SHORTEST_MS) return null;
  // The silence itself teaches nothing: a long one would make itself normal.
  const from = Math.max(knownSince.getTime(), lastHeardAt.getTime() - REMEMBER_MS);
  const known = hours.filter(({ hour }) => hour.getTime() >= from - HOUR_MS && hour <= lastHeardAt);
  if (lastHeardAt.getTime() - from < LEARN_MS) return null;
  const rate = ratesOf(known, from, lastHeardAt.getTime());
  const due = dueBetween(rate, lastHeardAt.getTime(), now.getTime());
  if (due < LEAST_DUE || due < BEYOND * longestPause(known, rate)) return null;
  return { since: lastHeardAt, due: Math.round(due) };
}

type Rate = (at: number) => number;

/** Messages an hour, by the hour of the week; each hour leans on its neighbours, since two weeks are few. */
function ratesOf(hours: readonly HeardHour[], from: number, to: number): Rate {
  const sums = new Array<number>(WEEK_HOURS).fill(0);
  for (const { hour, heard } of hours) sums[slotOf(hour.getTime())] = (sums[slotOf(hour.getTime())] ?? 0) + heard;
  const weeks = Math.max(1, (to - from) / (WEEK_HOURS * HOUR_MS));
  const at = (slot: number) => sums[(slot + WEEK_HOURS) % WEEK_HOURS] ?? 0;
  const smooth = sums.map((sum, slot) => (sum * 2 + at(slot - 1) + at(slot + 1)) / 4 / weeks);
  return (moment) => smooth[slotOf(moment)] ?? 0;
}

const slotOf = (at: number) => ((Math.floor(at / HOUR_MS) % WEEK_HOURS) + WEEK_HOURS) % WEEK_HOURS;

/** How many messages usual weeks bring between two moments. */
function dueBetween(rate: Rate, from: number, to: number): number {
  let due = 0;
  for (let at = from; at < to; ) {
    const next = Math.min(to, (Math.floor(at / HOUR_MS) + 1) * HOUR_MS);
    due += (rate(at) * (next - at)) / HOUR_MS;
    at = next;
  }
  return due;
}

/** The longest pause between two hours in which something was heard, in messages due. */
function longestPause(hours: readonly HeardHour[], rate: Rate): number {
  const heard = hours.filter(({ heard: count }) => count > 0).map(({ hour }) => hour.getTime());
  heard.sort((a, b) => a - b);
  const pauses = heard.slice(1).map((at, index) => dueBetween(rate, (heard[index] ?? at) + HOUR_MS, at));
  pauses.sort((a, b) => b - a);
  // One earlier outage must not excuse the next.
  return pauses[1] ?? 0;
}
