import { asksForPriority } from '../clocks/policy-for.ts';
import { type ClockRules, type ClockRun, runClocks } from '../clocks/run-clocks.ts';
import { earliest } from '../earliest.ts';
import { type PriorityPart, type PriorityRules, scoreConversation } from '../priority/score.ts';
import type { Rule } from '../rules/rule.ts';
import type { Clock, TriageFacts } from './facts.ts';

export interface TriageRules {
  readonly priority: PriorityRules;
  readonly clocks: ClockRules;
  /** Rules of work that are on, in their order. */
  readonly work?: readonly Rule[];
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
  let run = runClocks(facts, rules.clocks, now);
  let scored = scoreConversation({ ...facts, clocks: run.clocks }, rules.priority, now);
  const priority = sumOf(scored.parts);
  // The score may be what a policy asks for, and a clock is among what makes it.
  if (priority !== facts.priority && asksForPriority(rules.clocks.policies ?? [])) {
    run = runClocks({ ...facts, priority }, rules.clocks, now);
    scored = scoreConversation({ ...facts, clocks: run.clocks }, rules.priority, now);
  }
  const { clocks, fired, nextAt } = run;
  const running = clocks.filter(({ stoppedAt, pausedAt }) => stoppedAt === null && !pausedAt).map(({ dueAt }) => dueAt);
  return {
    priority: sumOf(scored.parts),
    parts: scored.parts,
    clocks,
    fired,
    dueAt: running.toSorted()[0] ?? null,
    nextAt: earliest(nextAt, scored.nextAt),
  };
}

const sumOf = (parts: readonly PriorityPart[]) => parts.reduce((sum, { points }) => sum + points, 0);
