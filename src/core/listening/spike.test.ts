import { describe, expect, it } from 'vitest';
import { judgeSpike, type MoodCount, type OpenSpike, type RecentPost } from './spike.ts';
import { baselineOf } from './spike-baseline.ts';

const HOUR = 3_600_000;
const WEEK = 168 * HOUR;
/** A Monday, half past ten. */
const NOW = new Date('2026-11-23T10:30:00Z');
const thisHour = Math.floor(NOW.getTime() / HOUR) * HOUR;

/** What each hour of the weeks before had. */
function past(weeks: number, postsAt: (hour: Date, hoursAgo: number) => number, negative = 0): MoodCount[] {
  return Array.from({ length: weeks * 168 }, (_, nth) => {
    const hour = new Date(thisHour - (nth + 1) * HOUR);
    return { hour, posts: postsAt(hour, nth + 1), negative };
  });
}
interface Said {
  readonly posts: number;
  readonly authors?: number;
  readonly alike?: string;
  readonly negative?: number;
  readonly minutesAgo?: number;
}
const said = ({ posts, authors = posts, alike, negative = 0, minutesAgo = 20 }: Said): RecentPost[] =>
  Array.from({ length: posts }, (_, nth) => ({
    author: `a${nth % authors}`,
    alike: alike ?? `p${nth}`,
    at: new Date(NOW.getTime() - minutesAgo * 60_000 - nth),
    isNegative: nth < negative,
  }));
const isNight = (hour: Date) => hour.getUTCHours() < 5;
const steady = (posts: number) => past(4, () => posts);

describe('a spike begins', () => {
  it.each<{ when: string; hours: MoodCount[]; recent: RecentPost[]; is: string }>([
    { when: 'three times as many speak', hours: steady(4), recent: said({ posts: 14 }), is: 'began' },
    { when: 'twice as many speak', hours: steady(4), recent: said({ posts: 8 }), is: 'quiet' },
    {
      when: 'as many speak, but four people alone',
      hours: steady(4),
      recent: said({ posts: 30, authors: 4 }),
      is: 'quiet',
    },
    {
      when: 'one person copies a text all over',
      hours: steady(1),
      recent: [...said({ posts: 40, authors: 1, alike: 'x' }), ...said({ posts: 4 })],
      is: 'quiet',
    },
    { when: 'many repeat the same text', hours: steady(1), recent: said({ posts: 12, alike: 'x' }), is: 'began' },
    {
      when: 'at this hour of the week it is always so',
      hours: past(4, (_, ago) => (ago % 168 === 0 ? 20 : 1)),
      recent: said({ posts: 18 }),
      is: 'quiet',
    },
    {
      when: 'a quiet board has five posts',
      hours: past(4, (_, ago) => (ago % 50 === 0 ? 1 : 0)),
      recent: said({ posts: 5 }),
      is: 'quiet',
    },
    {
      when: 'a quiet board has seven',
      hours: past(4, (_, ago) => (ago % 50 === 0 ? 1 : 0)),
      recent: said({ posts: 7 }),
      is: 'began',
    },
    { when: 'a board has its first posts', hours: [], recent: said({ posts: 7 }), is: 'quiet' },
    { when: 'a board has a storm as its first', hours: [], recent: said({ posts: 30 }), is: 'began' },
    {
      when: 'a board of three hours goes on as it began',
      hours: past(4, (_, ago) => (ago <= 3 ? 7 : 0)),
      recent: said({ posts: 8 }),
      is: 'quiet',
    },
    {
      when: 'it doubled each week',
      hours: past(4, (_, ago) => 16 * 0.5 ** (ago / 168)),
      recent: said({ posts: 20 }),
      is: 'quiet',
    },
    {
      when: 'the same hour of last week was a storm',
      hours: past(4, (_, ago) => (ago === 168 ? 60 : 2)),
      recent: said({ posts: 14 }),
      is: 'began',
    },
    {
      when: 'as many speak as ever, in anger',
      hours: past(4, () => 20, 1),
      recent: said({ posts: 20, negative: 12 }),
      is: 'began',
    },
    {
      when: 'as many are angry as ever',
      hours: past(4, () => 20, 8),
      recent: said({ posts: 20, negative: 10 }),
      is: 'quiet',
    },
    {
      when: 'all of it was said before the last hour',
      hours: steady(1),
      recent: said({ posts: 30, minutesAgo: 70 }),
      is: 'quiet',
    },
  ])('where $when: $is', ({ hours, recent, is }) => {
    expect(judgeSpike(hours, recent, null, NOW).is).toBe(is);
  });

  it('with how many, how many more, and since when', () => {
    const recent = said({ posts: 14, authors: 7, negative: 3 });
    const verdict = judgeSpike(steady(4), recent, null, NOW);
    expect(verdict).toMatchObject({ is: 'began', spike: { posts: 14, authors: 7, negative: 3 } });
    if (verdict.is !== 'began') return;
    expect(verdict.spike.expected).toBeCloseTo(4, 0);
    expect(verdict.spike.beganAt).toEqual(recent.at(-1)?.at);
  });

  it('at night already where far fewer speak', () => {
    const hours = past(4, (hour) => (isNight(hour) ? 1 : 20));
    const night = new Date('2026-11-23T03:30:00Z');
    const shifted = said({ posts: 12 }).map((post) => ({ ...post, at: new Date(night.getTime() - 60_000) }));
    const before = hours.filter(({ hour }) => hour < night);
    expect(judgeSpike(before, shifted, null, night).is).toBe('began');
    expect(judgeSpike(hours, said({ posts: 12 }), null, NOW).is).toBe('quiet');
  });

  it('without anybody who signed it only where it says different things', () => {
    const unsigned = (alike: (nth: number) => string) =>
      said({ posts: 9 }).map((post, nth) => ({ ...post, author: null, alike: alike(nth) }));
    expect(
      judgeSpike(
        steady(1),
        unsigned(() => 'x'),
        null,
        NOW,
      ).is,
    ).toBe('quiet');
    expect(
      judgeSpike(
        steady(1),
        unsigned((nth) => `p${nth}`),
        null,
        NOW,
      ).is,
    ).toBe('began');
  });
});

describe('a spike that is open', () => {
  const open: OpenSpike = {
    beganAt: new Date(NOW.getTime() - 3 * HOUR),
    posts: 30,
    expected: 4,
    authors: 20,
    negative: 5,
  };
  const earlier = (posts: number) => said({ posts, minutesAgo: 80 });

  it.each<{ when: string; recent: RecentPost[]; is: string; posts?: number; isSeen?: boolean }>([
    { when: 'it grows', recent: said({ posts: 50 }), is: 'goes_on', posts: 50, isSeen: true },
    { when: 'it falls but is still loud', recent: said({ posts: 10 }), is: 'goes_on', posts: 30, isSeen: true },
    {
      when: 'one hour was quiet',
      recent: [...said({ posts: 3 }), ...earlier(12)],
      is: 'goes_on',
      posts: 30,
      isSeen: false,
    },
    { when: 'two hours were quiet', recent: [...said({ posts: 3 }), ...earlier(3)], is: 'ended' },
    { when: 'nobody spoke any more', recent: [], is: 'ended' },
    {
      when: 'fewer speak, still in anger',
      recent: said({ posts: 5, negative: 5 }),
      is: 'goes_on',
      posts: 30,
      isSeen: true,
    },
  ])('when $when: $is', ({ recent, is, posts, isSeen }) => {
    const verdict = judgeSpike(
      past(4, () => 4),
      recent,
      open,
      NOW,
    );
    expect(verdict.is).toBe(is);
    if (verdict.is === 'goes_on') {
      expect(verdict.spike).toMatchObject({ posts, beganAt: open.beganAt });
      expect(verdict.isSeen).toBe(isSeen);
    }
  });
});

describe('what is expected', () => {
  it('knows nothing of a board that never spoke, nor of the hour in which it began', () => {
    expect(baselineOf([]).at(NOW)).toBeNull();
    expect(baselineOf([{ hour: NOW, posts: 3 }]).at(NOW)).toBeNull();
  });

  it('follows the hour of the week and lets neither one spike nor one quiet week deceive it', () => {
    const hours = past(4, (hour, ago) => (ago === 168 ? 200 : ago > 300 && ago < 360 ? 0 : isNight(hour) ? 1 : 10));
    const baseline = baselineOf(hours);
    expect(baseline.at(NOW)).toBeGreaterThan(7);
    expect(baseline.at(NOW)).toBeLessThan(13);
    expect(baseline.at(new Date('2026-11-24T03:00:00Z'))).toBeLessThan(3);
  });

  it('is never less than nothing nor endless, whatever was said', () => {
    for (const posts of [0, 1, 1_000_000]) {
      const at = baselineOf(past(4, (_, ago) => (ago % 7 === 0 ? posts : 0))).at(NOW);
      if (at !== null) expect(at).toBeGreaterThanOrEqual(0);
      expect(Number.isFinite(at ?? 0)).toBe(true);
    }
    expect(baselineOf([{ hour: new Date(NOW.getTime() - 5 * WEEK), posts: 9 }]).at(NOW)).toBeLessThan(1);
  });
});
