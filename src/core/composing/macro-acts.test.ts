import { expect, it } from 'vitest';
import type { WorkAct } from '../work/act.ts';
import { fromKept, toKept } from './macro-acts.ts';

const made = new Date('2026-11-22T12:00:00Z');
const run = new Date('2027-03-01T08:30:00Z');

it.each([
  { do: 'attention', attention: 'no_reply', reason: 'Spam' },
  { do: 'label', add: ['a'], remove: [] },
  { do: 'snooze', until: null },
  { do: 'promise', for: null, words: '' },
] as WorkAct[])('$do is kept as it is', (act) => {
  expect(fromKept(toKept(act, made), run)).toEqual(act);
});

it('counts times from the stroke', () => {
  const snooze: WorkAct = { do: 'snooze', until: '2026-11-22T15:00:00.000Z' };
  const promise: WorkAct = { do: 'promise', for: '2026-11-24T12:00:00.000Z', words: 'By Tuesday' };
  expect(fromKept(toKept(snooze, made), run)).toEqual({ do: 'snooze', until: '2027-03-01T11:30:00.000Z' });
  expect(fromKept(toKept(promise, made), run)).toMatchObject({ for: '2027-03-03T08:30:00.000Z', words: 'By Tuesday' });
});

it('changes nothing when it is kept again unchanged', () => {
  const kept = toKept({ do: 'snooze', until: '2026-11-22T15:00:20.000Z' }, made);
  expect(toKept(fromKept(kept, run), new Date(run.getTime() + 4_000))).toEqual(kept);
});

it('stays in the calendar, however far off its time was', () => {
  const kept = toKept({ do: 'snooze', until: '9999-12-31T23:59:59.999Z' }, made);
  const { until } = fromKept(kept, new Date('2090-01-01T00:00:00Z')) as { readonly until: string };
  expect(until).toMatch(/^21\d\d-/);
});
