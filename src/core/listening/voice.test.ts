import { describe, expect, it } from 'vitest';
import { driversOf } from './spike-drivers.ts';
import { beginningOf, NO_MOOD, seriesOf } from './voice.ts';

const HOUR = 3_600_000;
const NOW = new Date('2026-11-23T10:30:00Z');

describe('the series of a voice', () => {
  it.each([
    { days: 1, steps: 24, first: '2026-11-22T11:00:00.000Z', last: '2026-11-23T10:00:00.000Z' },
    { days: 7, steps: 168, first: '2026-11-16T11:00:00.000Z', last: '2026-11-23T10:00:00.000Z' },
    { days: 30, steps: 30, first: '2026-10-25T00:00:00.000Z', last: '2026-11-23T00:00:00.000Z' },
    { days: 90, steps: 90, first: '2026-08-26T00:00:00.000Z', last: '2026-11-23T00:00:00.000Z' },
  ])('of $days days has no gaps and ends now', ({ days, steps, first, last }) => {
    const series = seriesOf([], days, NOW);
    expect(series).toHaveLength(steps);
    expect(series[0]).toEqual({ ...NO_MOOD, at: new Date(first), expected: null });
    expect(series.at(-1)?.at.toISOString()).toBe(last);
    expect(beginningOf(days, NOW).toISOString()).toBe(first);
  });

  it('sums what several networks had, leaves out what lies before, and expects what was usual', () => {
    const hours = Array.from({ length: 24 * 35 }, (_, nth) => ({
      ...NO_MOOD,
      neutral: 2,
      hour: new Date(Math.floor(NOW.getTime() / HOUR) * HOUR - nth * HOUR),
    }));
    const twice = [...hours, { ...NO_MOOD, negative: 1, hour: hours[0]?.hour ?? NOW }];
    const hourly = seriesOf(twice, 1, NOW);
    expect(hourly.at(-1)).toMatchObject({ neutral: 2, negative: 1 });
    expect(hourly.at(-1)?.expected).toBeCloseTo(2, 0);
    const daily = seriesOf(twice, 7 * 4 + 2, NOW);
    expect(daily.at(-2)).toMatchObject({ neutral: 48 });
    expect(daily.at(-2)?.expected).toBeCloseTo(48, -1);
    expect(daily[0]?.expected).not.toBeNull();
  });
});

describe('the posts that drive a spike', () => {
  const post = (id: string, more: object = {}) => ({
    id,
    alike: id,
    at: new Date(NOW.getTime() + Number(id.slice(1)) * 1000),
    followers: null,
    sentiment: null,
    urgency: null,
    ...more,
  });
  it('are what most repeat, the widest heard and the angriest, the widest first, each once', () => {
    const posts = [
      post('p1'),
      post('p2', { alike: 'p1' }),
      post('p3', { followers: 90_000 }),
      post('p4', { sentiment: 'negative', urgency: 2 }),
      post('p5', { sentiment: 'negative', urgency: 0 }),
      post('p6', { sentiment: 'negative', urgency: 1, followers: 3_000 }),
      post('p7'),
    ];
    expect(driversOf(posts)).toEqual(['p3', 'p6', 'p1', 'p4', 'p5']);
  });
  it('are the first ones where nothing stands out, and none where nothing was said', () => {
    expect(driversOf([post('p2'), post('p1'), post('p3')])).toEqual(['p1', 'p2']);
    expect(driversOf([])).toEqual([]);
  });
});
