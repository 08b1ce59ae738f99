import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Columns } from './act.ts';
import { type MergeDone, mergedColumns, without } from './merge.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 10, minute)).toISOString();
const row = (more: Columns): Columns => ({
  attention: 'answered',
  attention_by: 'ana',
  waiting_since: null,
  snoozed_until: null,
  resolution: 'open',
  assignee_id: null,
  team_id: null,
  promised_for: null,
  priority: 0,
  last_message_at: at(0),
  preview: '',
  message_count: 1,
  label_ids: [],
  fields: {},
  ...more,
});
const waits = (minute: number, more: Columns = {}) =>
  row({ attention: 'needs_answer', attention_by: null, waiting_since: at(minute), ...more });

describe('merged', () => {
  it.each<{ what: string; target: Columns; sources: Columns[]; becomes: Columns }>([
    {
      what: 'waits since the first of them waited, whoever answered the others',
      target: row({}),
      sources: [waits(5), waits(3)],
      becomes: { attention: 'needs_answer', attention_by: null, waiting_since: at(3) },
    },
    {
      what: 'stays as the target stands when none of them waits',
      target: row({ attention: 'acknowledged' }),
      sources: [row({})],
      becomes: { attention: 'acknowledged', attention_by: 'ana', waiting_since: null },
    },
    {
      what: 'is open again when a part of it waits',
      target: row({ resolution: 'confirmed', resolution_at: at(1), resolution_by: 'ana' }),
      sources: [waits(1)],
      becomes: { resolution: 'open', resolution_at: null, resolution_by: null },
    },
    {
      what: 'is awake when a waiting part is awake',
      target: waits(1, { snoozed_until: at(50) }),
      sources: [waits(2)],
      becomes: { snoozed_until: null },
    },
    {
      what: 'sleeps until the first of them wakes when all that waits sleeps',
      target: waits(1, { snoozed_until: at(50) }),
      sources: [waits(2, { snoozed_until: at(40) })],
      becomes: { snoozed_until: at(40) },
    },
    {
      what: 'belongs to whom the target belongs, or else the first part',
      target: row({ team_id: 'red' }),
      sources: [row({ assignee_id: 'bo', team_id: 'blue' }), row({ assignee_id: 'cy' })],
      becomes: { assignee_id: 'bo', team_id: 'red' },
    },
    {
      what: 'holds the promise that falls due first, all labels, and the fields of the target before the others',
      target: row({ promised_for: at(50), promise: 'late', label_ids: ['a'], fields: { x: 1 } }),
      sources: [
        row({ promised_for: at(40), promise: 'soon', label_ids: ['b', 'a'], fields: { x: 2, y: 2 } }),
        row({ fields: { y: 3 } }),
      ],
      becomes: { promised_for: at(40), promise: 'soon', label_ids: ['a', 'b'], fields: { x: 1, y: 2 } },
    },
    {
      what: 'counts what was said in all of them',
      target: row({ message_count: 2, preview: 'old', last_message_at: at(1) }),
      sources: [row({ message_count: 3, preview: 'new', last_message_at: at(9) })],
      becomes: { message_count: 5, preview: 'new', last_message_at: at(9) },
    },
  ])('$what', ({ target, sources, becomes }) => {
    expect(mergedColumns(target, sources)).toMatchObject(becomes);
  });

  it('never waits less than its parts, and is never answered by merging', () => {
    const any = fc.oneof(
      fc.nat(59).map((minute) => waits(minute)),
      fc.constant(row({})),
      fc.constant(row({ attention: null, attention_by: null })),
    );
    fc.assert(
      fc.property(any, fc.array(any, { minLength: 1, maxLength: 5 }), (target, sources) => {
        const merged = mergedColumns(target, sources);
        const isWaiting = [target, ...sources].some(({ attention }) => attention === 'needs_answer');
        expect(merged.attention === 'needs_answer').toBe(isWaiting);
        if (!isWaiting) expect(merged.attention).toBe(target.attention);
      }),
      { seed: 17 },
    );
  });
});

describe('without', () => {
  const chain = (start: Columns, parts: readonly Columns[]): MergeDone[] => {
    let before = start;
    return parts.map((part) => {
      const after = mergedColumns(before, [part]);
      const merge = { before, after, sources: [part] };
      before = after;
      return merge;
    });
  };

  it('leaves the later merges as if the one had never been', () => {
    const [b, c, d] = [waits(5), row({ label_ids: ['c'] }), waits(2)] as const;
    const full = chain(row({}), [b, c, d]);
    expect(without(full, 0)).toEqual(chain(mergedColumns(row({}), []), [c, d]));
    expect(without(full, 1)).toEqual(chain(full[0]?.after ?? {}, [d]));
    expect(without(full, 2)).toEqual([]);
  });

  it('keeps what people changed in between', () => {
    const [first, second] = chain(row({}), [waits(5), row({})]) as [MergeDone, MergeDone];
    const assigned = {
      ...second,
      before: { ...second.before, assignee_id: 'bo' },
      after: { ...second.after, assignee_id: 'bo' },
    };
    const [left] = without([first, assigned], 0);
    expect(left?.after).toMatchObject({ assignee_id: 'bo', attention: 'answered' });
  });
});
