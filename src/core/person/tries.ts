import type { Reach } from '../channel/event.ts';
import type { Attention } from '../conversation/states.ts';
import type { Kind } from '../understanding/understood.ts';

/** As much of a conversation as tells whether it was a try to reach us. Times as ISO 8601. */
export interface TryFacts {
  readonly id: string;
  readonly channel: string;
  readonly reach: Reach;
  readonly attention: Attention | null;
  readonly waitingSince: string | null;
  readonly mergedIntoId: string | null;
  readonly kind: Kind | null;
}

/** Whoever thanks us tried nothing. */
export const NO_TRIES: readonly Kind[] = ['compliment', 'spam'];
/** Whoever waits for longer than this gave up on that one. */
export const TRIES_WITHIN_DAYS = 14;

/**
 * Where the same person asked before this and still waits, the earliest first: in private, or on another channel. Several
 * comments on one network are no tries to reach us elsewhere.
 */
export function triesBefore<Row extends TryFacts>(row: TryFacts, others: readonly Row[]): readonly Row[] {
  const { waitingSince } = row;
  if (row.attention !== 'needs_answer' || waitingSince === null || row.mergedIntoId !== null) return [];
  const until = Date.parse(waitingSince);
  const isTry = (one: Row) => {
    if (one.id === row.id || one.attention !== 'needs_answer' || one.waitingSince === null || one.mergedIntoId !== null)
      return false;
    if (one.kind !== null && NO_TRIES.includes(one.kind)) return false;
    const at = Date.parse(one.waitingSince);
    const isElsewhere = one.channel !== row.channel || one.reach === 'owned_private';
    return isElsewhere && at < until && at >= until - TRIES_WITHIN_DAYS * 86_400_000;
  };
  return others.filter(isTry).toSorted((a, b) => Date.parse(a.waitingSince ?? '') - Date.parse(b.waitingSince ?? ''));
}
