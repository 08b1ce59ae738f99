import { describe, expect, it } from 'vitest';
import { BRAND, RIVAL } from '../../../simulators/personas/brand.ts';
import { seeded } from '../../../simulators/personas/random.ts';
import { pastHours, pastTalk } from './overheard.ts';

const NOW = new Date('2026-11-22T09:00:00Z');
const DAY = 86_400_000;

describe.each([1, 4100, 77])('what was overheard with seed %i', (seed) => {
  const { posts, spike } = pastTalk(NOW, seeded(seed));

  it('names one of the two shops, mentions nobody, fits a post, and is of the last week', () => {
    for (const { text, at } of posts) {
      expect(
        [BRAND.name, RIVAL.name].some((name) =>
          text.replace('#', '').replaceAll(' ', '').includes(name.replaceAll(' ', '')),
        ),
      ).toBe(true);
      expect(text).not.toContain('@');
      expect([...text].length).toBeLessThanOrEqual(300);
      expect(at.getTime()).toBeLessThan(NOW.getTime());
      expect(at.getTime()).toBeGreaterThan(NOW.getTime() - 7 * DAY);
    }
  });

  it('has an hour in which many people speak', () => {
    const within = posts.filter(({ at }) => at >= spike.from && at <= spike.to);
    expect(within.length).toBeGreaterThanOrEqual(16);
    expect(new Set(within.map(({ customer }) => customer.id)).size).toBeGreaterThanOrEqual(5);
  });

  it('is counted for the weeks before, and not twice', () => {
    const hours = pastHours(NOW, seeded(seed), 1);
    expect(hours.length).toBeGreaterThan(80);
    for (const { hour } of hours) expect(hour.getTime()).toBeLessThan(NOW.getTime() - 6 * DAY);
  });

  it('is the same for the same seed', () => {
    expect(pastTalk(NOW, seeded(seed))).toEqual({ posts, spike });
  });
});
