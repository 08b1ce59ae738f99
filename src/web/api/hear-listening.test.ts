import { focusManager, InfiniteQueryObserver, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createClient } from './client.ts';
import { hearListening } from './hear-listening.ts';

const KEY = ['listening', 'hits', 'board', { state: 'waiting' }];
const client = createClient();
let asked: number;
const hits = () =>
  new InfiniteQueryObserver(client, {
    queryKey: KEY,
    initialPageParam: 0,
    queryFn: ({ pageParam }) => {
      asked += 1;
      return Promise.resolve({ items: [`post ${pageParam}`], cursor: pageParam + 1 });
    },
    getNextPageParam: ({ cursor }) => cursor,
  });
const settled = () => vi.advanceTimersByTimeAsync(0);
async function scrolled(pages: number) {
  const list = hits();
  const leave = list.subscribe(() => {});
  await settled();
  for (let page = 1; page < pages; page += 1) await list.fetchNextPage();
  asked = 0;
  return leave;
}
const told = async () => {
  hearListening(client);
  await vi.advanceTimersByTimeAsync(2_000);
};

beforeEach(() => {
  vi.useFakeTimers();
  client.mount();
});
afterEach(() => {
  client.clear();
  client.unmount();
  focusManager.setFocused(undefined);
  vi.useRealTimers();
});

it.each([
  { pages: 1, isRead: 1 },
  { pages: 4, isRead: 4 },
  { pages: 5, isRead: 0 },
])('reads $isRead of $pages pages that somebody looks at', async ({ pages, isRead }) => {
  const leave = await scrolled(pages);
  await told();
  expect(asked).toBe(isRead);
  leave();
});

it('reads a long list again when somebody comes back to its window', async () => {
  const leave = await scrolled(6);
  focusManager.setFocused(false);
  await told();
  focusManager.setFocused(true);
  await settled();
  expect(asked).toBe(6);
  leave();
});

it('reads a long list again when somebody comes back to it from elsewhere', async () => {
  (await scrolled(6))();
  await told();
  expect(asked).toBe(0);
  const leave = hits().subscribe(() => {});
  await settled();
  expect(asked).toBe(6);
  leave();
});

it('has not forgotten that after one more page', async () => {
  const leave = await scrolled(6);
  await told();
  const list = hits();
  const leaveToo = list.subscribe(() => {});
  await settled();
  await told();
  await list.fetchNextPage();
  asked = 0;
  focusManager.setFocused(false);
  focusManager.setFocused(true);
  await settled();
  expect(asked).toBe(7);
  leaveToo();
  leave();
});

it('reads the rest of it meanwhile, and no more often than every other second', async () => {
  const leaveHits = await scrolled(6);
  let boards = 0;
  const queryFn = () => {
    boards += 1;
    return Promise.resolve(boards);
  };
  const leave = new QueryObserver(client, { queryKey: ['listening', 'boards'], queryFn }).subscribe(() => {});
  await settled();
  for (let nth = 0; nth < 50; nth += 1) hearListening(client);
  await vi.advanceTimersByTimeAsync(2_000);
  expect([boards, asked]).toEqual([2, 0]);
  leave();
  leaveHits();
});
