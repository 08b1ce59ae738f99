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
      'google_reviews',
      'instagram',
      'messenger',
      'viber',
      'whatsapp',
      'x',
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

  it('comes mostly over the four that a shop begins with', () => {
    const four = matters.filter(({ channel }) => ['facebook', 'messenger', 'email', 'bluesky'].includes(channel));
    expect(four.length).toBeGreaterThan(matters.length * 0.7);
  });

  it('has a line that has been closed for a day, and a post that only names the brand', () => {
    const waiting = matters.filter(({ ending }) => ending === 'waiting');
    const ageOf = ({ steps }: (typeof matters)[number]) => NOW.getTime() - steps.at(-1)!.at.getTime();
    expect(waiting.some((one) => one.channel === 'whatsapp' && ageOf(one) > 24 * 3_600_000)).toBe(true);
    expect(waiting.some(({ channel, place }) => channel === 'x' && place === 'elsewhere')).toBe(true);
  });

  it('keeps one review for a person, answered at most once, and no answers where nobody would be told of them', () => {
    const reviews = matters.filter(({ channel }) => channel === 'google_reviews');
    expect(new Set(reviews.map(({ customer }) => customer.id)).size).toBe(reviews.length);
    for (const { steps } of reviews) expect(steps.length).toBeLessThanOrEqual(2);
    for (const { steps } of matters.filter(({ channel }) => channel === 'viber'))
      expect(steps.filter(({ by }) => by === 'team')).toEqual([]);
  });

  it('is the same for the same seed', () => {
    expect(pastMatters(NOW, seeded(seed))).toEqual(matters);
  });
});
