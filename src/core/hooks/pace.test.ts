import { describe, expect, it } from 'vitest';
import { isGivenUp, nextTelling, restOf } from './pace.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const HOUR = 3_600_000;
const ago = (ms: number) => new Date(NOW.getTime() - ms);

describe('when an address is told again', () => {
  it.each([
    { when: 'after the first try', attempts: 1, since: 0, seconds: 5 },
    { when: 'after the second', attempts: 2, since: 5_000, seconds: 10 },
    { when: 'after the sixth', attempts: 6, since: 200_000, seconds: 160 },
    { when: 'after very many', attempts: 300, since: 5 * HOUR, seconds: 3_600 },
    { when: 'when the answer asks for more', attempts: 1, since: 0, afterMs: 120_000, seconds: 120 },
    { when: 'when the answer asks for less', attempts: 3, since: 0, afterMs: 1, seconds: 20 },
    { when: 'when the answer asks for a year', attempts: 1, since: 0, afterMs: 365 * 24 * HOUR, seconds: 6 * 3_600 },
    { when: 'when the answer asks for the past', attempts: 1, since: 0, afterMs: -5, seconds: 5 },
    { when: 'for the last time at the end of the day', attempts: 30, since: 23.5 * HOUR, seconds: 1_800 },
    { when: 'never after a day', attempts: 31, since: 24 * HOUR, seconds: null },
  ])('$when: $seconds s', ({ attempts, since, afterMs, seconds }) => {
    const at = nextTelling({ attempts, firstTriedAt: ago(since), ...(afterMs === undefined ? {} : { afterMs }) }, NOW);
    expect(at && (at.getTime() - NOW.getTime()) / 1000).toBe(seconds);
  });
});

it.each([
  { failures: 0, seconds: null },
  { failures: 2, seconds: null },
  { failures: 3, seconds: 5 },
  { failures: 5, seconds: 20 },
  { failures: 50, seconds: 900 },
])('an address that failed $failures times in a row rests for $seconds s', ({ failures, seconds }) => {
  const until = restOf(failures, NOW);
  expect(until && (until.getTime() - NOW.getTime()) / 1000).toBe(seconds);
});

it.each([
  { since: null, is: false },
  { since: ago(24 * HOUR - 1), is: false },
  { since: ago(24 * HOUR), is: true },
])('failing since $since: given up $is', ({ since, is }) => {
  expect(isGivenUp(since, NOW)).toBe(is);
});
