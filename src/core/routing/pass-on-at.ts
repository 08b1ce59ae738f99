import type { OpenHours } from '../hours/open-hours.ts';
import { addOpenTime } from '../hours/open-time.ts';

const MINUTE_MS = 60_000;

/**
 * When something that nobody answered goes to the next one.
 * @param since when it was given out, or when the customer wrote again after an answer; in milliseconds
 * @param hours of its inbox: nobody is expected to answer while it is closed; undefined: it never is
 * @returns null when it stays: the policy says so, or nobody is ever there
 */
export function passOnAt(since: number, minutes: number | null, hours: OpenHours | undefined): Date | null {
  if (minutes === null) return null;
  const at = hours ? addOpenTime(hours, since, minutes * MINUTE_MS) : since + minutes * MINUTE_MS;
  return at === null ? null : new Date(at);
}
