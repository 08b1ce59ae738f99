import { describe, expect, it } from 'vitest';
import { type Mark, type WalkItem, walk } from './walk.ts';

const NOW = new Date('2026-11-20T12:00:00.000Z');
const time = { now: NOW, historyMs: 7 * 86_400_000 };
const item = (name: string, minutesAgo: number): WalkItem => ({
  uri: `at://did:plc:a/app.bsky.feed.post/${name}`,
  at: new Date(NOW.getTime() - minutesAgo * 60_000),
  raw: name,
});
/** A newest-first list in pages of three. */
const listOf = (items: readonly WalkItem[]) => async (cursor: string | undefined) => {
  const from = Number(cursor ?? 0);
  return { items: items.slice(from, from + 3), next: from + 3 < items.length ? String(from + 3) : undefined };
};
const names = ({ fresh }: { fresh: readonly WalkItem[] }) => fresh.map(({ raw }) => raw);

describe('the first walk', () => {
  it('brings the history of some days, oldest first', async () => {
    const walked = await walk(null, listOf([item('new', 1), item('week', 5_000), item('old', 20_000)]), time);
    expect(names(walked)).toEqual(['week', 'new']);
    expect(walked).toMatchObject({ isHistory: true, more: false });
  });

  it('of an empty list leaves a mark that later ones are new against', async () => {
    const first = await walk(null, listOf([]), time);
    const second = await walk(first.mark, listOf([item('first ever', 0)]), time);
    expect(names(second)).toEqual(['first ever']);
    expect(second.isHistory).toBe(false);
  });
});

describe('later walks', () => {
  it('bring what is new, once', async () => {
    const old = [item('b', 10), item('a', 20)];
    const first = await walk(null, listOf(old), time);
    const second = await walk(first.mark, listOf([item('d', 1), item('c', 2), ...old]), time);
    expect(names(second)).toEqual(['c', 'd']);
    expect(names(await walk(second.mark, listOf([item('d', 1), item('c', 2), ...old]), time))).toEqual([]);
  });

  it('bring what was indexed late or claims to be old', async () => {
    const first = await walk(null, listOf([item('b', 10), item('a', 20)]), time);
    const second = await walk(first.mark, listOf([item('b', 10), item('late', 15), item('a', 20)]), time);
    expect(names(second)).toEqual(['late']);
    const third = await walk(second.mark, listOf([item('b', 10), item('a', 20), item('from 1970', 29_000_000)]), time);
    expect(names(third)).toEqual(['from 1970']);
  });

  it('read a doubled or shuffled page without losing or doubling', async () => {
    const first = await walk(null, listOf([item('a', 20)]), time);
    const second = await walk(
      first.mark,
      listOf([item('c', 2), item('b', 3), item('c', 2), item('d', 1), item('a', 20)]),
      time,
    );
    expect(names(second)).toEqual(['b', 'c', 'd']);
  });

  it('of a burst go on where they stopped, and lose nothing', async () => {
    const burst = Array.from({ length: 40 }, (_, at) => item(`n${at}`, at / 10));
    const first = await walk(null, listOf([item('a', 60)]), time);
    let mark: Mark = first.mark;
    const found = new Set<unknown>();
    let pulls = 0;
    for (let more = true; more; pulls += 1) {
      const walked = await walk(JSON.parse(JSON.stringify(mark)), listOf([...burst, item('a', 60)]), time);
      for (const name of names(walked)) {
        expect(found.has(name)).toBe(false);
        found.add(name);
      }
      mark = walked.mark;
      more = walked.more;
    }
    expect(found.size).toBe(40);
    expect(pulls).toBeGreaterThan(1);
    expect(names(await walk(mark, listOf([...burst, item('a', 60)]), time))).toEqual([]);
  });

  it('do not trust a clock that is ahead', async () => {
    const first = await walk(null, listOf([item('tomorrow', -1_440)]), time);
    expect(Date.parse(first.mark.newest)).toBeLessThanOrEqual(NOW.getTime());
  });
});
