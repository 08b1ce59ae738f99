import type { TriageFacts } from '../triage/facts.ts';
import { WALKED } from './dictionary.ts';
import type { Fact } from './factor.ts';
import { type PriorityRules, pointsOf, scaleFor } from './scale.ts';

export type { PriorityRules } from './scale.ts';

/** One reason why something stands where it stands. The parts of a score add up to it. */
export interface PriorityPart {
  readonly factor: string;
  readonly points: number;
  /** What its words are made of. */
  readonly fact?: Fact;
}

export interface Scored {
  readonly parts: readonly PriorityPart[];
  /** When the score changes by the mere passing of time; null: it does not. */
  readonly nextAt: Date | null;
}

/** Points for what is known of a conversation. */
export function scoreConversation(facts: TriageFacts, rules: PriorityRules, now: Date): Scored {
  const scale = scaleFor(rules, facts.teamId);
  const parts: PriorityPart[] = [];
  let nextAt: Date | null = null;
  for (const [factor, { find }] of WALKED) {
    const full = pointsOf(scale, factor);
    const found = full > 0 ? find(facts, now) : null;
    if (!found) continue;
    const points = pointsFor(full, found.share);
    if (points > 0) parts.push({ factor, points, ...(found.fact ? { fact: found.fact } : {}) });
    if (found.nextAt && (!nextAt || found.nextAt < nextAt)) nextAt = found.nextAt;
  }
  for (const { ruleId, name, points } of facts.ruleBoosts ?? [])
    parts.push({ factor: 'rule', points, fact: { rule: name, ruleId } });
  // What nobody waits for stands where it stands, and is not looked at again for its age.
  const doesWait = facts.attention === 'needs_answer' && !facts.isMerged;
  return { parts, nextAt: doesWait ? nextAt : null };
}

/** Rounded here and nowhere else, factor by factor, so that what is shown adds up. */
export function pointsFor(full: number, share: number): number {
  return Math.round(full * share);
}
