import { describe, expect, it } from 'vitest';
import type { SegmentCondition } from '../../wire/persons.ts';
import { conditionOf, draftOf, emptyDraft } from './drafts.ts';

describe('a condition of a segment', () => {
  it.each<{ condition: SegmentCondition }>([
    { condition: { on: 'field', fieldId: 'f', is: 'contains', value: 'Malmö' } },
    { condition: { on: 'field', fieldId: 'f', is: 'unset' } },
    { condition: { on: 'language', any: ['sv', 'fi'] } },
    { condition: { on: 'channel', any: ['x'] } },
    { condition: { on: 'stage', any: ['lead', 'customer'] } },
    { condition: { on: 'vip', is: false } },
    { condition: { on: 'orders', least: 2 } },
    { condition: { on: 'spent', least: 99.5 } },
    { condition: { on: 'bought', withinDays: 30 } },
  ])('is the same after it was shown: $condition', ({ condition }) =>
    expect(conditionOf(draftOf(condition, 'k'))).toEqual(condition),
  );

  it.each([
    { on: 'field' as const, text: 'x' },
    { on: 'orders' as const, text: 'many' },
    { on: 'bought' as const, text: '0' },
    { on: 'language' as const, text: 'sv' },
    { on: 'stage' as const },
  ])('is none while something is missing: %j', (some) =>
    expect(conditionOf({ ...emptyDraft('k'), ...some })).toBeNull(),
  );
});
