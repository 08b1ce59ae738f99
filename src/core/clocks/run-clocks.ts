import type { Clock, TriageFacts } from '../triage/facts.ts';

/** What decides which clocks run. */
export type ClockRules = Readonly<Record<string, never>>;

export interface ClockRun {
  readonly clocks: readonly Clock[];
  /** What happened just now, for the timeline and for whoever is to be told. */
  readonly fired: readonly { readonly kind: Clock['kind']; readonly what: 'warned' | 'breached' }[];
  /** When something happens next by the mere passing of time; null: nothing does. */
  readonly nextAt: Date | null;
}

/** Starts, stops and rings the clocks of a conversation. Pure: the same facts and time give the same clocks. */
export function runClocks({ clocks }: TriageFacts, _rules: ClockRules, _now: Date): ClockRun {
  return { clocks, fired: [], nextAt: null };
}
