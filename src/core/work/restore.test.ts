import { describe, expect, it } from 'vitest';
import type { Columns } from './act.ts';
import { keptInWords, restore } from './restore.ts';

const WAITS: Columns = { attention: 'needs_answer', attention_by: null, waiting_since: '2026-11-22T10:00:00+00:00' };
const ANSWERED: Columns = { attention: 'answered', attention_by: 'ana', waiting_since: null };

describe('restore', () => {
  it.each<{ what: string; now: Columns; before: Columns; after: Columns; patch: Columns; kept: readonly string[] }>([
    {
      what: 'gives back what stands as the act left it',
      now: ANSWERED,
      before: WAITS,
      after: ANSWERED,
      patch: WAITS,
      kept: [],
    },
    {
      what: 'keeps together what means something only together',
      now: { ...ANSWERED, attention_by: 'bo' },
      before: WAITS,
      after: ANSWERED,
      patch: {},
      kept: ['attention'],
    },
    {
      what: 'has nothing to do where it is as before already',
      now: WAITS,
      before: WAITS,
      after: ANSWERED,
      patch: {},
      kept: [],
    },
    {
      what: 'knows a time however it is written',
      now: { snoozed_until: '2026-11-22T12:00:00+02:00' },
      before: { snoozed_until: null },
      after: { snoozed_until: '2026-11-22T10:00:00.000Z' },
      patch: { snoozed_until: null },
      kept: [],
    },
    {
      what: 'takes off and puts on labels one by one',
      now: { label_ids: ['a', 'new', 'since'] },
      before: { label_ids: ['a', 'b'] },
      after: { label_ids: ['a', 'new'] },
      patch: { label_ids: ['a', 'since', 'b'] },
      kept: [],
    },
    {
      what: 'empties the fields that it filled, but for those filled anew',
      now: { fields: { x: 1, y: 3, z: 4 } },
      before: { fields: { z: 4 } },
      after: { fields: { x: 1, y: 2, z: 4 } },
      patch: { fields: { y: 3, z: 4 } },
      kept: [],
    },
    {
      what: 'touches nothing that the act did not change',
      now: { assignee_id: 'bo', priority: 5 },
      before: { assignee_id: 'ana' },
      after: { assignee_id: 'ana' },
      patch: {},
      kept: [],
    },
  ])('$what', ({ now, before, after, patch, kept }) => {
    expect(restore(now, before, after)).toEqual({ patch, kept });
  });

  it('names in words what a person would miss, and nothing else', () => {
    expect(keptInWords(['attention', 'opened', 'snooze'])).toBe(
      'Changed by somebody since, so it stays: whether it waits, the snooze.',
    );
    expect(keptInWords(['opened', 'talk'])).toBeNull();
  });
});
