import { expect, it } from 'vitest';
import { isInOrder, minutesOf, nextShift, spansOf, timeOf, weekOf } from './day-shifts.ts';

it('a week comes back as it was kept, days with the same shift as one', () => {
  const spans = [
    { days: ['mon' as const, 'tue' as const, 'sat' as const], from: 540, until: 780 },
    { days: ['mon' as const], from: 840, until: 1_440 },
  ];
  expect(weekOf(spans).mon).toEqual([
    { from: 540, until: 780 },
    { from: 840, until: 1_440 },
  ]);
  expect(spansOf(weekOf(spans))).toEqual(spans);
});

it.each([
  { time: '09:30', isEnd: false, is: 570 },
  { time: '00:00', isEnd: false, is: 0 },
  { time: '00:00', isEnd: true, is: 1_440 },
  { time: '', isEnd: true, is: null },
])('$time is $is', ({ time, isEnd, is }) => {
  expect(minutesOf(time, isEnd)).toBe(is);
  expect(timeOf(is)).toBe(time);
});

it('an afternoon suggests itself after a morning, and nothing ends before it begins', () => {
  expect(nextShift([{ from: 540, until: 720 }])).toEqual({ from: 780, until: 1_020 });
  expect(nextShift([{ from: 540, until: 1_440 }])).toEqual({ from: 1_380, until: 1_440 });
  expect(isInOrder([{ from: 540, until: 540 }])).toBe(false);
  expect(isInOrder([{ from: 540, until: null }])).toBe(false);
  expect(isInOrder([])).toBe(true);
});
