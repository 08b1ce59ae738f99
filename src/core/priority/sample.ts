import type { TriageFacts } from '../triage/facts.ts';
import { asItWaited } from './as-it-waited.ts';
import { WALKED } from './dictionary.ts';
import { FACTORS } from './factor.ts';

/** Conversations with how much of each factor they have, which no weight changes: many scales are tried on one reading. */
export interface Sample {
  readonly ids: readonly string[];
  readonly teams: readonly (string | null)[];
  /** The shares of the first in the order of `FACTORS`, then those of the second, and so on. */
  readonly shares: Float64Array;
  /** What rules put on top or took off: no weight changes that either. */
  readonly boosts: Int32Array;
}

/** One conversation of a sample. */
export interface Sighting {
  readonly id: string;
  readonly teamId: string | null;
  readonly since: number;
  readonly shares: readonly number[];
  readonly boost: number;
}

export function sight(seen: TriageFacts, now: Date): Sighting {
  const { facts, at } = asItWaited(seen, now);
  const shares = WALKED.map(([, { find }]) => find(facts, at)?.share ?? 0);
  const boost = (facts.ruleBoosts ?? []).reduce((sum, { points }) => sum + points, 0);
  return { id: facts.id, teamId: facts.teamId, since: facts.waitingSince?.getTime() ?? 0, shares, boost };
}

/** In the order in which equals stand in a list: whoever waits longer first. */
export function sampleOf(sightings: readonly Sighting[]): Sample {
  const sorted = sightings.toSorted((a, b) => a.since - b.since || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const shares = new Float64Array(sorted.length * FACTORS.length);
  for (const [at, one] of sorted.entries()) shares.set(one.shares, at * FACTORS.length);
  const boosts = Int32Array.from(sorted, ({ boost }) => boost);
  return { ids: sorted.map(({ id }) => id), teams: sorted.map(({ teamId }) => teamId), shares, boosts };
}
