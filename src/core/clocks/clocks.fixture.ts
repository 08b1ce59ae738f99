import { readHours } from '../hours/hours.ts';
import { type OpenHours, openHours } from '../hours/open-hours.ts';
import { triageFacts } from '../triage/facts.fixture.ts';
import type { TriageFacts } from '../triage/facts.ts';
import { ANYTHING, type AnswerPolicy } from './policy.ts';

export const at = (iso: string) => new Date(iso);

/** A stranger's question that waits since nine on a Wednesday morning. */
export function facts(more: Partial<TriageFacts> = {}): TriageFacts {
  const since = at('2026-11-18T09:00Z');
  return triageFacts(since, {
    channel: 'x',
    priority: 0,
    createdAt: at('2026-11-18T09:00:01Z'),
    attentionAt: null,
    ...more,
  });
}

export const hour = { by: 'minutes', minutes: 60, hours: 'open' } as const;

export function policy(more: Partial<AnswerPolicy> = {}): AnswerPolicy {
  return {
    id: 'q1',
    name: 'An hour',
    conditions: ANYTHING,
    targets: { first_response: hour },
    warnMinutes: 15,
    onBreach: { teamId: null, agentId: null },
    ...more,
  };
}

export const openIn = (
  week: string,
  timeZone = 'UTC',
  closed: readonly string[] = [],
): ReadonlyMap<string, OpenHours> =>
  new Map([
    ['i1', openHours({ timeZone, week: readHours(week) ?? [], days: new Map(closed.map((day) => [day, []])) })],
  ]);
