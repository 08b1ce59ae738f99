import { triageFacts } from '../triage/facts.fixture.ts';
import type { TriageFacts } from '../triage/facts.ts';

export const NOW = new Date('2026-11-22T12:00:00Z');
export const ago = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);

/** A neutral public post of somebody unknown that has just come in, and whatever is different about it. */
export function waiting(about: Partial<TriageFacts> = {}): TriageFacts {
  return triageFacts(NOW, { sentiment: 0, kind: 'chatter', urgency: 0, ...about });
}

export const clock = (dueAt: Date, more: { warnAt?: Date; stoppedAt?: Date } = {}) => ({
  kind: 'first_response' as const,
  policyId: 'p',
  startedAt: ago(48).toISOString(),
  dueAt: dueAt.toISOString(),
  warnAt: more.warnAt?.toISOString() ?? null,
  warnedAt: null,
  breachedAt: null,
  stoppedAt: more.stoppedAt?.toISOString() ?? null,
});
