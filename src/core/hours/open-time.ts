import type { OpenHours } from './open-hours.ts';

/** Whoever is closed for longer has no hours. In days. */
const LONGEST = 3_660;

/**
 * The instant at which so much open time has passed. What ends with the day ends at its close, not at the next opening.
 * Null: never, as far as the calendar goes.
 */
export function addOpenTime(hours: OpenHours, from: number, ms: number): number | null {
  const first = hours.dayOf(from);
  let left = ms;
  for (let day = first; day < first + LONGEST; day += 1)
    for (const [start, end] of hours.on(day)) {
      const begins = Math.max(start, from);
      if (begins >= end) continue;
      if (left <= end - begins) return begins + left;
      left -= end - begins;
    }
  return null;
}

/** How much open time lies between two instants; nothing when the second is not later. */
export function openTimeBetween(hours: OpenHours, from: number, until: number): number {
  if (until <= from) return 0;
  let sum = 0;
  const last = hours.dayOf(until);
  for (let day = hours.dayOf(from); day <= last; day += 1)
    for (const [start, end] of hours.on(day)) sum += Math.max(0, Math.min(end, until) - Math.max(start, from));
  return sum;
}

/** The close of the same day; after it, or on a closed day, of the next open one. Null: never. */
export function endOfDay(hours: OpenHours, from: number): number | null {
  const first = hours.dayOf(from);
  for (let day = first; day < first + LONGEST; day += 1) {
    const end = hours.on(day).at(-1)?.[1];
    if (end !== undefined && end > from) return end;
  }
  return null;
}
