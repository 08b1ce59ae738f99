import { expect, it } from 'vitest';
import { type Cursor, Trouble } from '../../../core/channel/connector.ts';
import type { Review } from './review.ts';
import { type ReviewList, walkReviews } from './walk.ts';

const DAY_MS = 86_400_000;
const START = Date.parse('2026-11-01T00:00:00Z');
const reviewOf = (id: string, at: number, change: Partial<Review> = {}): Review => ({
  id,
  text: `By ${id}`,
  stars: 3,
  saidAt: new Date(at),
  changedAt: new Date(at),
  answer: null,
  ...change,
});

/** A list of these reviews, newest change first, in pages. */
function listOf(reviews: readonly Review[], pageSize = 50): ReviewList & { asked: number } {
  const sorted = reviews.toSorted((one, other) => other.changedAt.getTime() - one.changedAt.getTime());
  const list = {
    asked: 0,
    made: new Map<string, string>(),
    isPerhapsEdited: () => true,
    async page(token: string | undefined) {
      list.asked += 1;
      const from = Number(token ?? 0);
      const items = sorted.slice(from, from + pageSize).map((review) => ({ review, raw: { id: review.id } }));
      return { items, next: from + pageSize < sorted.length ? String(from + pageSize) : undefined };
    },
  };
  return list;
}
const times = (now: number) => ({ now: new Date(now), historyMs: 90 * DAY_MS, windowMs: 30 * DAY_MS });
async function walkAll(cursor: Cursor | null, list: ReviewList, now: number) {
  const ids: unknown[] = [];
  for (let more = true; more; ) {
    const pulled = await walkReviews(cursor, list, times(now));
    const read = pulled.entries.map(({ body }) => JSON.parse(new TextDecoder().decode(body)));
    ids.push(...read.map(({ review, gone }) => review?.id ?? gone));
    cursor = JSON.parse(JSON.stringify(pulled.cursor));
    more = pulled.more;
  }
  return { ids, cursor };
}

it('reads a history that is longer than one pull, each once, and no older than it should', async () => {
  const many = Array.from({ length: 900 }, (_, index) => reviewOf(`r${index}`, START - index * (DAY_MS / 9)));
  const { ids } = await walkAll(null, listOf(many), START);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBe(811); // 90 days of 9 a day, and the one at their end
});

it('tells nothing twice where more was written in the window than is remembered', async () => {
  const many = Array.from({ length: 2_000 }, (_, index) => reviewOf(`r${index}`, START - index * 60_000));
  const { cursor } = await walkAll(null, listOf(many), START);
  const again = await walkAll(cursor, listOf(many), START + 300_000);
  expect(again.ids).toEqual([]);
  const news = [...many, reviewOf('new', START + 400_000)];
  expect((await walkAll(again.cursor, listOf(news), START + 600_000)).ids).toEqual(['new']);
});

it.each([
  { when: 'it was never seen', known: 3, isEdited: false },
  { when: 'it may have been forgotten', known: 600, isEdited: true },
])('tells a review as changed or not when $when', async ({ known, isEdited }) => {
  const old = Array.from({ length: known }, (_, index) => reviewOf(`r${index}`, START - index * 60_000));
  const { cursor } = await walkAll(null, listOf(old), START);
  const pulled = await walkReviews(cursor, listOf([...old, reviewOf('n', START + 1_000)]), times(START + 2_000));
  const [first] = pulled.entries.toReversed();
  expect(JSON.parse(new TextDecoder().decode(first?.body))).toMatchObject({ review: { id: 'n' }, isEdited });
});

it('begins at the top again when the network has forgotten the page where it stopped', async () => {
  const many = Array.from({ length: 700 }, (_, index) => reviewOf(`r${index}`, START - index * 60_000));
  const list = listOf(many);
  const first = await walkReviews(null, list, times(START));
  expect(first.more).toBe(true);
  let isForgotten = true;
  const forgetful: ReviewList = {
    ...list,
    async page(token) {
      if (isForgotten && token !== undefined) throw new Trouble('misconfigured', 'Invalid page token');
      isForgotten = false;
      return list.page(token);
    },
  };
  const ids = first.entries.map(({ body }) => JSON.parse(new TextDecoder().decode(body)).review.id);
  const again = await walkReviews(first.cursor, forgetful, times(START + 1_000));
  expect(again, 'and not in haste, in case it forgets at once').toMatchObject({ entries: [], more: false });
  const rest = await walkAll(again.cursor, list, START + 2_000);
  expect(new Set([...ids, ...rest.ids]).size).toBe(700);
  expect(ids.length + rest.ids.length).toBe(700);
});

it('asks for all that is not listed any more in turn', async () => {
  const many = Array.from({ length: 40 }, (_, index) => reviewOf(`r${index}`, START - index * 60_000));
  const { cursor } = await walkAll(null, listOf(many), START);
  // thirty are not listed and there all the same; the last ten are gone
  const isGone = async (id: string) => Number(id.slice(1)) >= 30;
  const gone = new Set<unknown>();
  let next: Cursor = cursor;
  for (let look = 0; look < 12; look++) {
    const walked = await walkAll(next, { ...listOf([]), isGone }, START + look * 300_000);
    for (const id of walked.ids) gone.add(id);
    next = walked.cursor as Cursor;
  }
  expect(gone.size).toBe(10);
});

it('begins anew from a cursor that it cannot read', async () => {
  const { ids } = await walkAll({ version: 0 }, listOf([reviewOf('r', START - DAY_MS)]), START);
  expect(ids).toEqual(['r']);
});

it('keeps what it cannot read, once', async () => {
  const list = { ...listOf([]), page: async () => ({ items: [{ review: null, raw: { odd: 1 } }], next: undefined }) };
  const first = await walkReviews(null, list, times(START));
  expect(first.entries).toHaveLength(1);
  expect((await walkReviews(first.cursor, list, times(START + 60_000))).entries).toEqual([]);
});

it('catches up on what was written while nobody looked for longer than the window', async () => {
  const { cursor } = await walkAll(null, listOf([reviewOf('r', START - DAY_MS)]), START);
  const missed = reviewOf('missed', START + DAY_MS);
  expect((await walkAll(cursor, listOf([missed]), START + 60 * DAY_MS)).ids).toEqual(['missed']);
});
