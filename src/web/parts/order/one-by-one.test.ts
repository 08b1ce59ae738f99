import { expect, it } from 'vitest';
import { createOneByOne } from './one-by-one.ts';

it('sends one at a time, and of what was wanted meanwhile the latest only', async () => {
  const sent: string[] = [];
  const answers: (() => void)[] = [];
  const want = createOneByOne((wish: string) => {
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
