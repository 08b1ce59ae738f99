import { expect, it } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

const held = () => {
  const ends: (() => void)[] = [];
  return { ends, run: () => new Promise<void>((resolve) => ends.push(resolve)) };
};

it('runs once more for all who asked meanwhile, and not at once', async () => {
  const { ends, run } = held();
  const ask = oneAtATime(run);
  const first = ask();
  for (let nth = 0; nth < 9; nth += 1) void ask();
  expect(ends).toHaveLength(1);
  ends[0]?.();
  await expect.poll(() => ends.length).toBe(2);
  ends[1]?.();
  await first;
  expect(ends).toHaveLength(2);
});

it('runs anew for whoever asks when it is over', async () => {
  let times = 0;
  const ask = oneAtATime(async () => {
    times += 1;
  });
  await ask();
  await ask();
  expect(times).toBe(2);
});

it('tells what went wrong, and runs the next time', async () => {
  let times = 0;
  const ask = oneAtATime(async () => {
    times += 1;
    if (times === 1) throw new Error('away');
  });
  await expect(ask()).rejects.toThrow('away');
  await ask();
  expect(times).toBe(2);
});

it('does of what was wanted meanwhile the latest only', async () => {
  const sent: string[] = [];
  const answers: (() => void)[] = [];
  const want = oneAtATime((wish: string) => {
    sent.push(wish);
    return new Promise<void>((resolve) => answers.push(resolve));
  });
  const done = [want('ab'), want('ba'), want('bca')];
  expect(sent).toEqual(['ab']);
  answers.shift()?.();
  await expect.poll(() => sent).toEqual(['ab', 'bca']);
  answers.shift()?.();
  await Promise.all(done);
  const next = want('cab');
  expect(sent).toEqual(['ab', 'bca', 'cab']);
  answers.shift()?.();
  await next;
});
