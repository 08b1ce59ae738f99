import { InfiniteQueryObserver, type QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createClient } from './client.ts';

let client: QueryClient;
let answers: ((said: string) => void)[];
const KEY = ['labels'];
const queryFn = () => new Promise<string>((resolve) => answers.push(resolve));
const look = (): (() => void) => new QueryObserver(client, { queryKey: KEY, queryFn }).subscribe(() => {});
const state = () => client.getQueryState(KEY);
const settled = () => vi.advanceTimersByTimeAsync(0);
/** @param nth which of the requests, from 0 */
async function answer(nth: number, said: string): Promise<void> {
  answers[nth]?.(said);
  await settled();
}

beforeEach(() => {
  vi.useFakeTimers();
  client = createClient();
  answers = [];
});
afterEach(() => {
  client.clear();
  vi.useRealTimers();
});

it('asks again for what was told while the first answer was on its way', async () => {
  const leave = look();
  void client.invalidateQueries({ queryKey: KEY });
  expect(answers).toHaveLength(1);
  await answer(0, 'before');
  expect(client.getQueryData(KEY)).toBe('before');
  expect(answers).toHaveLength(2);
  await answer(1, 'after');
  expect(client.getQueryData(KEY)).toBe('after');
  expect([answers.length, state()?.isInvalidated]).toEqual([2, false]);
  leave();
});

it('asks once for a flood of notices, and every answer arrives', async () => {
  const leave = look();
  for (let flight = 0; flight < 3; flight += 1) {
    for (let nth = 0; nth < 100; nth += 1) void client.invalidateQueries({ queryKey: KEY }, { cancelRefetch: false });
    expect(answers).toHaveLength(flight + 1);
    await answer(flight, `answer ${flight}`);
    expect(client.getQueryData(KEY)).toBe(`answer ${flight}`);
  }
  await answer(3, 'answer 3');
  expect([answers.length, client.getQueryData(KEY)]).toEqual([4, 'answer 3']);
  leave();
});

it('reads at once where an answer is there and somebody who acted wants the next one', async () => {
  const leave = look();
  await answer(0, 'first');
  void client.invalidateQueries({ queryKey: KEY });
  void client.invalidateQueries({ queryKey: KEY });
  expect(answers).toHaveLength(3);
  await answer(2, 'third');
  expect([answers.length, client.getQueryData(KEY)]).toEqual([3, 'third']);
  leave();
});

it('marks what was fetched ahead and told of meanwhile, and reads it when somebody looks', async () => {
  void client.prefetchQuery({ queryKey: KEY, queryFn });
  void client.invalidateQueries({ queryKey: KEY });
  await answer(0, 'before');
  expect([answers.length, state()?.isInvalidated]).toEqual([1, true]);
  const leave = look();
  expect(answers).toHaveLength(2);
  leave();
});

it('only marks where only a mark was wanted', async () => {
  const leave = look();
  void client.invalidateQueries({ queryKey: KEY, refetchType: 'none' });
  await answer(0, 'before');
  expect([answers.length, state()?.isInvalidated]).toEqual([1, true]);
  leave();
});

it('asks nothing of its own where somebody broke off to put something else in its place', async () => {
  const leave = look();
  await answer(0, 'first');
  void client.refetchQueries({ queryKey: KEY });
  void client.invalidateQueries({ queryKey: KEY }, { cancelRefetch: false });
  await client.cancelQueries({ queryKey: KEY });
  expect([answers.length, state()?.fetchStatus, state()?.isInvalidated]).toEqual([2, 'idle', true]);
  leave();
});

it('does not fetch again what was told of before it was asked for', async () => {
  const leave = look();
  await answer(0, 'first');
  void client.refetchQueries({ queryKey: KEY });
  void client.invalidateQueries({ queryKey: KEY }, { cancelRefetch: false });
  // Begun anew: this one is younger than the notice.
  void client.refetchQueries({ queryKey: KEY });
  await answer(2, 'third');
  expect([answers.length, client.getQueryData(KEY)]).toEqual([3, 'third']);
  leave();
});

it('asks once more after an attempt that failed', async () => {
  let asked = 0;
  const observer = new QueryObserver(client, {
    queryKey: KEY,
    retry: false,
    queryFn: () => {
      asked += 1;
      return asked === 1 ? Promise.reject(new Error('away')) : Promise.resolve('there');
    },
  });
  const leave = observer.subscribe(() => {});
  void client.invalidateQueries({ queryKey: KEY });
  await settled();
  await settled();
  expect([asked, client.getQueryData(KEY)]).toEqual([2, 'there']);
  leave();
});

it('keeps the mark when a part of it is patched, or one more page is read: the rest is as old as before', async () => {
  let asked = 0;
  const list = new InfiniteQueryObserver(client, {
    queryKey: KEY,
    initialPageParam: 0,
    queryFn: ({ pageParam }) => {
      asked += 1;
      return Promise.resolve(pageParam);
    },
    getNextPageParam: (page) => page + 1,
  });
  const leave = list.subscribe(() => {});
  await settled();
  void client.invalidateQueries({ queryKey: KEY, refetchType: 'none' });
  client.setQueryData(KEY, { pages: [0], pageParams: [0] });
  expect(state()?.isInvalidated).toBe(true);
  await list.fetchNextPage();
  expect([asked, state()?.isInvalidated]).toEqual([2, true]);
  await client.refetchQueries({ queryKey: KEY });
  expect([asked, state()?.isInvalidated]).toEqual([4, false]);
  client.setQueryData(KEY, { pages: [0], pageParams: [0] });
  expect(state()?.isInvalidated).toBe(false);
  leave();
});
