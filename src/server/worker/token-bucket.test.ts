import { expect, it } from 'vitest';
import { createTokenBucket } from './token-bucket.ts';

it('allows a burst of its count, then one for each share of the time', () => {
  const bucket = createTokenBucket({ count: 20, perMs: 60_000 });
  expect(bucket.free(0)).toBe(20);
  bucket.take(20);
  expect(bucket.free(0)).toBe(0);
  expect(bucket.waitMs(0)).toBe(3_000);
  expect(bucket.free(3_000)).toBe(1);
  expect(bucket.free(1_000_000)).toBe(20);
});

it('waits when the network asks for it, however many are free', () => {
  const bucket = createTokenBucket({ count: 5, perMs: 1_000 });
  bucket.pauseUntil(10_000);
  expect(bucket.free(9_999)).toBe(0);
  expect(bucket.waitMs(9_000)).toBe(1_000);
  expect(bucket.free(10_000)).toBe(5);
});
