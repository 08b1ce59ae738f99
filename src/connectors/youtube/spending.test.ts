import { describe, expect, it } from 'vitest';
import { nextPacificMidnight, pacificDay } from './pacific.ts';
import { createSpending, PLANNED_UNITS, slownessOf } from './spending.ts';

const HOUR_MS = 3_600_000;

describe("the day of Google's quota", () => {
  it.each([
    ['in winter', '2026-11-20T12:00:00Z', '2026-11-20', '2026-11-21T08:00:00Z'],
    ['in summer', '2026-07-01T06:59:59Z', '2026-06-30', '2026-07-01T07:00:00Z'],
    ['at midnight itself', '2026-07-01T07:00:00Z', '2026-07-01', '2026-07-02T07:00:00Z'],
    ['when the clock goes forward', '2026-03-08T08:30:00Z', '2026-03-08', '2026-03-09T07:00:00Z'],
    ['when the clock goes back', '2026-11-01T07:30:00Z', '2026-11-01', '2026-11-02T08:00:00Z'],
  ])('%s', (_, at, day, midnight) => {
    expect(pacificDay(new Date(at))).toBe(day);
    expect(nextPacificMidnight(new Date(at))).toEqual(new Date(midnight));
  });
});

describe('how slowly to read', () => {
  it.each([
    ['a fresh day', 10_000, 10_000, 24, 1],
    ['half of it left at noon', 5_000, 10_000, 12, 1],
    ['much answered early in the day', 2_000, 10_000, 20, 2],
    ['only what is kept for answers', 900, 10_000, 12, 15],
    ['little left, shortly before midnight', 1_100, 10_000, 1, 1],
    ['nothing left', 0, 10_000, 10, 15],
    ['a small project', 1_000, 1_000, 24, 2],
  ])('%s', (_, left, limit, hours, expected) => {
    expect(slownessOf(left, limit, hours * HOUR_MS)).toBe(expected);
  });

  it('is never so slow that the planned looks use up a usual day', () => {
    expect(PLANNED_UNITS).toBeLessThan(10_000 * 0.9);
  });
});

describe('spending', () => {
  it('is counted for each project, and begins anew with the day', () => {
    let at = new Date('2026-11-20T12:00:00Z');
    const spending = createSpending(() => at);
    spending.spend('a', 50);
    spending.spend('b', 1);
    spending.atLeast('a', '2026-11-20', 400);
    spending.atLeast('a', '2026-11-19', 9_000);
    expect(spending.quota('a', 10_000)).toMatchObject({
      used: 400,
      limit: 10_000,
      resetsAt: new Date('2026-11-21T08:00:00Z'),
    });
    expect(spending.quota('b', 10_000)).toMatchObject({ used: 1 });
    at = new Date('2026-11-21T08:00:00Z');
    expect(spending.quota('a', 10_000)).toMatchObject({ used: 0 });
  });
});
