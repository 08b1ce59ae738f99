import { describe, expect, it } from 'vitest';
import { seeded } from '../../../simulators/personas/random.ts';
import { pastMatters, postTimes } from './matters.ts';

const NOW = new Date('2026-11-22T09:00:00Z');

describe.each([1, 4100, 77])('the past of seed %i', (seed) => {
  const matters = pastMatters(NOW, seeded(seed));

  it('is a shop of some hundred matters on every network', () => {
    expect(matters.length).toBeGreaterThanOrEqual(250);
    expect(matters.length).toBeLessThanOrEqual(400);
    expect([...new Set(matters.map(({ channel }) => channel))].sort()).toEqual([
      'bluesky',
      'email',
      'facebook',
      'messenger',
    ]);
  });

  it('happens in order, and nothing of it in the future', () => {
    for (const { steps } of matters) {
      const times = steps.map(({ at }) => at.getTime());
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(times.at(-1)).toBeLessThan(NOW.getTime());
      expect(steps[0]?.by).toBe('customer');
    }
  });

  it('ends as it is said to have ended: with our answer, or with theirs', () => {
    for (const { ending, steps } of matters) {
      const isOurs = ending === 'answered' || ending === 'confirmed' || ending === 'unconfirmed';
      expect(steps.at(-1)?.by).toBe(isOurs ? 'team' : 'customer');
    }
  });

  it('comments on no post before it was published', () => {
    const posts = postTimes(NOW);
    for (const { place, steps } of matters)
      if (place.startsWith('post:'))
        expect(posts[Number(place.slice(5))]!.getTime()).toBeLessThan(steps[0]!.at.getTime());
  });

  it('has one matter only where the desk would make one conversation of two', () => {
    const lines = matters
      .filter(({ place }) => !['mail', 'wall', 'mention'].includes(place))
      .map(({ channel, place, customer }) => `${channel} ${place} ${customer.id}`);
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('is the same for the same seed', () => {
    expect(pastMatters(NOW, seeded(seed))).toEqual(matters);
  });
});
