import { expect } from 'vitest';
import { readHours } from '../hours/hours.ts';
import { type OpenHours, openHours } from '../hours/open-hours.ts';
import { triageFacts } from '../triage/facts.fixture.ts';
import type { Clock, TriageFacts } from '../triage/facts.ts';
import { ANYTHING, type AnswerPolicy } from './policy.ts';
import { type ClockRules, runClocks } from './run-clocks.ts';

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

export const rules = (more: Partial<AnswerPolicy> = {}, hours?: ClockRules['hours']): ClockRules => ({
  policies: [policy(more)],
  ...(hours ? { hours } : {}),
});

/** One moment after another, each with what changed by then; what runClocks said last is what it is given next. */
export function live(rule: ClockRules, steps: readonly (readonly [string, Partial<TriageFacts>?])[]) {
  let known = facts();
  const rang: string[] = [];
  let clocks: readonly Clock[] = [];
  for (const [when, change = {}] of steps) {
    known = { ...known, ...change, clocks };
    const run = runClocks(known, rule, at(when));
    clocks = run.clocks;
    rang.push(...run.fired.map(({ kind, what }) => `${when.slice(8)} ${kind} ${what}`));
    const again = runClocks({ ...known, clocks }, rule, at(when));
    expect(again.clocks, 'the same facts and time give the same clocks').toEqual(clocks);
    expect(again.fired, 'nothing rings twice').toEqual([]);
  }
  return { clocks, rang, of: (kind: Clock['kind']) => clocks.find((one) => one.kind === kind) };
}

export const T = (time: string) => `2026-11-18T${time}Z`;
export const answered = (time: string) =>
  ({ attention: 'answered', attentionAt: at(T(time)), firstResponseAt: at(T(time)), waitingSince: null }) as const;
export const asks = (time: string) =>
  ({
    attention: 'needs_answer',
    attentionAt: at(T(time)),
    waitingSince: at(T(time)),
    lastInboundAt: at(T(time)),
  }) as const;
