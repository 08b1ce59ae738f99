import type { SendOutcome } from '../channel/outgoing.ts';
import { type Pace, USUAL_PACE } from './pace.ts';

/** How a network has taken our calls lately, for one inbox. */
export interface Breaker {
  /** Calls in a row that came to nothing through the network's fault. */
  readonly failures: number;
  /** Nothing is sent before then; afterwards one call tries. Null: everything may go. */
  readonly openUntil: Date | null;
  readonly why: string | null;
}
export const CLOSED: Breaker = { failures: 0, openUntil: null, why: null };

/** Fewer are the weather. */
const FAILURES = 3;

/**
 * What an outcome says about the network. After three calls in a row that it did not answer, its inbox rests: twice the
 * first pause of an act (10 s), then twice as long each time, at most a third of the longest (5 minutes). Any clear
 * answer, a refusal too, ends that.
 */
export function afterOutcome(
  breaker: Breaker,
  outcome: SendOutcome,
  now: Date,
  { firstPauseMs, longestPauseMs }: Pick<Pace, 'firstPauseMs' | 'longestPauseMs'> = USUAL_PACE,
): Breaker {
  if (outcome.kind === 'accepted' || outcome.kind === 'refused') return CLOSED;
  // Calls that were under way together fail together; only the first of them counts.
  if (breaker.openUntil && now < breaker.openUntil) return breaker;
  const failures = breaker.failures + 1;
  if (failures < FAILURES) return { failures, openUntil: null, why: null };
  const restMs = Math.min(2 * firstPauseMs * 2 ** (failures - FAILURES), longestPauseMs / 3);
  return { failures, openUntil: new Date(now.getTime() + restMs), why: outcome.detail };
}

/** How many calls may be under way together. */
export function roomWith(breaker: Breaker, now: Date): number {
  if (!breaker.openUntil) return Number.POSITIVE_INFINITY;
  return now < breaker.openUntil ? 0 : 1;
}
