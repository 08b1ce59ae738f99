import { describe, expect, it } from 'vitest';
import type { Condition, Filter } from './filter.ts';
import { certainOf } from './narrow.ts';

const all = (...conditions: Condition[]): Filter => ({ match: 'all', conditions });
const any = (...conditions: Condition[]): Filter => ({ match: 'any', conditions });
const asking: Condition = { about: 'attention', is: 'one_of', values: ['needs_answer'] };
const snoozed: Condition = { about: 'snoozed', is: 'yes' };
const NOTHING = { asks: null, snoozed: null, promised: null, merged: null, inboxIds: null };

describe('certainOf', () => {
  it.each<{ what: string; filters: Filter[]; certain: object }>([
    { what: 'no filter', filters: [], certain: {} },
    { what: 'what asks', filters: [all(asking)], certain: { asks: true } },
    { what: 'one of several states', filters: [all({ ...asking, values: ['needs_answer', 'answered'] })], certain: {} },
    { what: 'what does not ask', filters: [all({ ...asking, is: 'none_of' })], certain: { asks: false } },
    { what: 'other states only', filters: [all({ ...asking, values: ['answered'] })], certain: { asks: false } },
    { what: 'either of two', filters: [any(asking, snoozed)], certain: {} },
    { what: 'either of one', filters: [any(snoozed)], certain: { snoozed: true } },
    {
      what: 'what has waited for so long',
      filters: [all({ about: 'waiting_minutes', is: 'at_least', value: 60 })],
      certain: { asks: true },
    },
    {
      what: 'an overdue promise',
      filters: [all({ about: 'overdue_promise', is: 'yes' })],
      certain: { promised: true },
    },
    { what: 'no overdue promise', filters: [all({ about: 'overdue_promise', is: 'no' })], certain: {} },
    {
      what: 'inboxes of two filters',
      filters: [
        all({ about: 'inbox', is: 'one_of', values: ['a', 'b'] }),
        all({ about: 'inbox', is: 'one_of', values: ['b', 'c'] }),
      ],
      certain: { inboxIds: ['b'] },
    },
  ])('$what', ({ filters, certain }) => {
    expect(certainOf(filters)).toEqual({ ...NOTHING, ...certain });
  });
});
