import { describe, expect, it } from 'vitest';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import type { SegmentFilter } from '../../core/person/segment.ts';
import { createSegmentCounts } from './segment-counts.ts';

const vip: SegmentFilter = { match: 'all', conditions: [{ on: 'vip', is: true }] };
const blocked: SegmentFilter = { match: 'all', conditions: [{ on: 'blocked', is: true }] };
const [one, other] = ['one' as InboxId, 'other' as InboxId];
const asked = { workspaceId: 1 as WorkspaceId, visible: null, filter: vip };

function counting() {
  const time = { at: 1_000_000 };
  const made = { counts: 0, fails: false };
  const counts = createSegmentCounts(
    async () => {
      made.counts += 1;
      if (made.fails) throw new Error('The database is away.');
      return { count: made.counts, isCapped: false };
    },
    () => new Date(time.at),
  );
  return { time, made, counts };
}

describe('the people of a segment', () => {
  it('are counted once for all who ask at the same time or within a few seconds', async () => {
    const { time, made, counts } = counting();
    expect(await Promise.all([counts(asked), counts({ ...asked }), counts(asked)])).toEqual(
      Array(3).fill({ count: 1, isCapped: false }),
    );
    time.at += 4_999;
    expect((await counts(asked)).count).toBe(1);
    time.at += 1;
    expect((await counts(asked)).count).toBe(2);
    time.at -= 3_600_000;
    expect((await counts(asked)).count).toBe(3);
    expect(made.counts).toBe(3);
  });

  it.each([
    ['of another workspace', { ...asked, workspaceId: 2 as WorkspaceId }],
    ['for somebody who sees other inboxes', { ...asked, visible: [one] }],
    ['for somebody who sees none', { ...asked, visible: [] }],
    ['by what was changed', { ...asked, filter: blocked }],
  ])('are counted anew %s', async (_, another) => {
    const { counts } = counting();
    expect((await counts(asked)).count).toBe(1);
    expect((await counts(another)).count).toBe(2);
  });

  it('are the same for those who see the same inboxes in another order', async () => {
    const { counts } = counting();
    expect((await counts({ ...asked, visible: [one, other] })).count).toBe(1);
    expect((await counts({ ...asked, visible: [other, one] })).count).toBe(1);
  });

  it('are counted again after a failure', async () => {
    const { made, counts } = counting();
    made.fails = true;
    await expect(counts(asked)).rejects.toThrow('away');
    made.fails = false;
    expect((await counts(asked)).count).toBe(2);
  });
});
