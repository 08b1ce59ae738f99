const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const FIRST_PAUSE_MS = 5 * SECOND_MS;
const LONGEST_PAUSE_MS = HOUR_MS;
/** Tried for so long; an address that failed for so long is switched off. */
export const TRIED_FOR_MS = 24 * HOUR_MS;
/** So many in a row may fail before the address itself is believed to be ill. */
const PATIENCE = 3;
/** What an answer may ask for at most. */
const LONGEST_WISH_MS = 6 * HOUR_MS;

/**
 * When to tell again what was not taken: 5 s, 10 s, 20 s ... up to an hour apart, or when the answer says; null after a day.
 * @param afterMs what the answer's Retry-After asks for
 */
export function nextTelling(
  tried: { readonly attempts: number; readonly firstTriedAt: Date; readonly afterMs?: number | null },
  now: Date,
): Date | null {
  const doubled = FIRST_PAUSE_MS * 2 ** Math.min(Math.max(tried.attempts - 1, 0), 20);
  const wished = Math.min(Math.max(tried.afterMs ?? 0, 0), LONGEST_WISH_MS);
  const end = tried.firstTriedAt.getTime() + TRIED_FOR_MS;
  if (now.getTime() >= end) return null;
  // The last try is made when the day is over, not before.
  return new Date(Math.min(now.getTime() + Math.max(Math.min(doubled, LONGEST_PAUSE_MS), wished), end));
}

/** Until when nothing is sent to an address that failed so often in a row; null: it goes on with what comes next. */
export function restOf(failures: number, now: Date): Date | null {
  if (failures < PATIENCE) return null;
  const pause = FIRST_PAUSE_MS * 2 ** Math.min(failures - PATIENCE, 20);
  return new Date(now.getTime() + Math.min(pause, 15 * MINUTE_MS));
}

/** Whether an address has failed for so long that telling it is given up. */
export const isGivenUp = (failingSince: Date | null, now: Date): boolean =>
  failingSince !== null && now.getTime() - failingSince.getTime() >= TRIED_FOR_MS;
