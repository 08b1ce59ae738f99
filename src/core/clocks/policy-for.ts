import type { TriageFacts } from '../triage/facts.ts';
import type { AnswerPolicy, PolicyConditions } from './policy.ts';

/** What of a conversation decides which policy it falls under. */
export type PolicyFacts = Pick<
  TriageFacts,
  'inboxId' | 'channel' | 'reach' | 'language' | 'labelIds' | 'isVip' | 'clocks' | 'priority'
>;

/** The first that fits; null: none, and no clock runs. */
export function policyFor(facts: PolicyFacts, policies: readonly AnswerPolicy[]): AnswerPolicy | null {
  return policies.find(({ id, conditions }) => fits(conditions, facts, id)) ?? null;
}

function fits(wanted: PolicyConditions, facts: PolicyFacts, id: string): boolean {
  const among = (values: readonly string[], value: string | null) =>
    values.length === 0 || (value !== null && values.includes(value));
  return (
    among(wanted.inboxIds, facts.inboxId) &&
    among(wanted.channels, facts.channel) &&
    among(wanted.reach, facts.reach) &&
    (among(wanted.languages, facts.language) || among(wanted.languages, facts.language?.split('-')[0] ?? null)) &&
    (wanted.labelIds.length === 0 || facts.labelIds.some((label) => wanted.labelIds.includes(label))) &&
    (wanted.isVip === null || wanted.isVip === facts.isVip) &&
    (wanted.priorityAtLeast === null ||
      (facts.priority ?? 0) >= wanted.priorityAtLeast ||
      // A clock that runs out raises the priority, and the priority chooses the clock: once urgent, it stays so while it runs.
      facts.clocks.some(({ policyId, stoppedAt }) => policyId === id && stoppedAt === null))
  );
}

export function asksForPriority(policies: readonly AnswerPolicy[]): boolean {
  return policies.some(({ conditions }) => conditions.priorityAtLeast !== null);
}
