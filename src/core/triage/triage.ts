import { type ClockRules, type ClockRun, runClocks } from '../clocks/run-clocks.ts';
import { type PriorityPart, type PriorityRules, scoreConversation } from '../priority/score.ts';
import type { Clock, TriageFacts } from './facts.ts';

export interface TriageRules {
  readonly priority: PriorityRules;
  readonly clocks: ClockRules;
}

export interface Triaged {
  readonly priority: number;
  readonly parts: readonly PriorityPart[];
  readonly clocks: readonly Clock[];
  readonly fired: ClockRun['fired'];
  /** When the next running clock is over, as ISO 8601. */
  readonly dueAt: string | null;
  /** When to look again; null: not before something happens to it. */
  readonly nextAt: Date | null;
}

/** Decides clocks and priority of one conversation. Whose it becomes is decided for many at once, beside this. */
export function triage(facts: TriageFacts, rules: TriageRules, now: Date): Triaged {
  const { clocks, fired, nextAt } = runClocks(facts, rules.clocks, now);
  const scored = scoreConversation({ ...facts, clocks }, rules.priority, now);
  const running = clocks.filter(({ stoppedAt }) => stoppedAt === null).map(({ dueAt }) => dueAt);
  return {
    priority: scored.parts.reduce((sum, { points }) => sum + points, 0),
    parts: scored.parts,
    clocks,
    fired,
    dueAt: running.toSorted()[0] ?? null,
    nextAt: earlier(nextAt, scored.nextAt),
  };
}

function earlier(a: Date | null, b: Date | null): Date | null {
  if (!a || !b) return a ?? b;
  return a < b ? a : b;
}
