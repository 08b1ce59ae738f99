import { CareError } from '../../core/errors.ts';
import { type Visitor, visitorKey } from '../access/visitor.ts';

const MOST = 10;
const WITHIN_MS = 60_000;

/** How often one person has networks asked, which counts there, and may cost. Throws `too_many`. */
export function createAskLimit(now: () => Date): { take(who: Visitor): void } {
  const asked = new Map<string, number[]>();
  return {
    take(who) {
      const at = now().getTime();
      for (const [key, times] of asked) if (!times.some((time) => time > at - WITHIN_MS)) asked.delete(key);
      const key = visitorKey(who);
      const times = (asked.get(key) ?? []).filter((time) => time > at - WITHIN_MS);
      if (times.length >= MOST)
        throw new CareError('too_many', 'too_many', 'The networks were asked often just now. Try again in a minute.');
      asked.set(key, [...times, at]);
    },
  };
}
