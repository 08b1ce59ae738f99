import type { OpenHours } from '../hours/open-hours.ts';
import { addOpenTime, endOfDay, openTimeBetween } from '../hours/open-time.ts';
import type { Target } from './policy.ts';

const MINUTE_MS = 60_000;

/** From and until, in milliseconds; in order. */
export type Pause = readonly [number, number];

/**
 * When a clock is over that began at `start` and stood still in the pauses.
 * @param lessMs so much earlier, in the time that the target counts in: when to warn
 * @returns null: never, since nobody is ever there
 */
export function dueAt(
  target: Target,
  hours: OpenHours,
  start: number,
  pauses: readonly Pause[],
  lessMs = 0,
): number | null {
  const goesOn = pauses.at(-1)?.[1] ?? start;
  if (target.by === 'same_day') {
    const end = endOfDay(hours, goesOn);
    return end === null ? null : Math.max(goesOn, end - lessMs);
  }
  const [add, between] =
    target.hours === 'all'
      ? [(from: number, ms: number) => from + ms, (from: number, until: number) => Math.max(0, until - from)]
      : [addOpenTime.bind(null, hours), openTimeBetween.bind(null, hours)];
  let left = Math.max(0, target.minutes * MINUTE_MS - lessMs);
  let from = start;
  for (const [stops, resumes] of pauses) {
    const ran = between(from, stops);
    if (ran >= left) return add(from, left);
    left -= ran;
    from = resumes;
  }
  return add(from, left);
}
