import type { TriageFacts } from '../triage/facts.ts';

/**
 * What was answered, as it stood just before, and when that was; what waits, as it stands now. So that a month of work
 * can be ranked as the people saw it, and not by how long ago it is.
 */
export function asItWaited(facts: TriageFacts, now: Date): { readonly facts: TriageFacts; readonly at: Date } {
  const { attention, waitingSince, lastInboundAt, lastMessageAt, attentionAt } = facts;
  if (attention === 'needs_answer' && waitingSince) return { facts, at: now };
  const since = lastInboundAt ?? lastMessageAt;
  const at = attentionAt && attentionAt > since ? attentionAt : since;
  return { facts: { ...facts, attention: 'needs_answer', waitingSince: since }, at };
}
