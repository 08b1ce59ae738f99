import { describe, expect, it } from 'vitest';
import { changeOf, columnOf, expectedPath, labelled, stacked, ticksFor } from './chart-scale.ts';

const HOUR = 3_600_000;
const point = (hour: number, expected: number | null = null) => ({
  at: new Date(Date.UTC(2026, 10, 20, hour)).toISOString(),
  negative: 2,
  unclear: 0,
  neutral: 1,
  positive: 3,
  expected,
});

it.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [4, [0, 1, 2, 3, 4]],
  [7, [0, 2, 4, 6, 8]],
  [84, [0, 50, 100]],
  [1_234, [0, 500, 1_000, 1_500]],
])('up to %i is marked at %j', (highest, ticks) => expect(ticksFor(highest)).toEqual(ticks));

it('stacks the moods without gaps, the negative at the ground', () => {
  expect(stacked(point(0)).map(({ mood, from, to }) => `${mood} ${from}-${to}`)).toEqual([
    'negative 0-2',
    'neutral 2-3',
    'positive 3-6',
  ]);
});

describe('what was expected', () => {
  const draw = (...expected: (number | null)[]) =>
    expectedPath(
      expected.map((one) => point(0, one)),
      (index) => index,
      (value) => value,
    );
  it.each([
    { of: [1, 2], path: 'M0.0 1.0L1.0 2.0' },
    { of: [1, null, 2], path: 'M0.0 1.0M2.0 2.0' },
    { of: [null, null], path: '' },
  ])('of $of is drawn as $path', ({ of: all, path }) => expect(draw(...all)).toBe(path));
});

it.each([
  { minutes: 0, column: 0 },
  { minutes: 61, column: 1 },
  { minutes: 180, column: -1 },
  { minutes: -1, column: -1 },
])('what began after $minutes minutes stands at column $column', ({ minutes, column }) => {
  const series = [0, 1, 2].map((hour) => point(hour));
  expect(columnOf(series, new Date(Date.UTC(2026, 10, 20, 0, minutes)).toISOString(), HOUR)).toBe(column);
});

it('names no more columns than have room, and days by where they begin', () => {
  const days = Array.from({ length: 90 }, (_, day) => point(day * 24));
  expect(labelled(days, 'day', 7).length).toBeLessThanOrEqual(7);
  const hours = Array.from({ length: 168 }, (_, hour) => point(hour));
  for (const index of labelled(hours, 'hour', 7)) expect(new Date(hours[index]?.at ?? '').getHours()).toBe(0);
});

it.each([
  [3, 2, 0.5],
  [1, 2, -0.5],
  [0, 2, -1],
  [5, 0, null],
])('%i after %i is a change of %s', (now, before, change) => expect(changeOf(now, before)).toBe(change));
