import { baselineOf } from './spike-baseline.ts';

export interface Mood {
  readonly positive: number;
  readonly neutral: number;
  readonly negative: number;
  /** Nobody can tell, or none was told. */
  readonly unclear: number;
}
export interface HourOfMood extends Mood {
  readonly hour: Date;
}
export interface StepOfVoice extends Mood {
  readonly at: Date;
  /** As many as the weeks before let one expect; null: too little was known. */
  readonly expected: number | null;
}
export const NO_MOOD: Mood = { positive: 0, neutral: 0, negative: 0, unclear: 0 };

const HOUR_MS = 3_600_000;
/** The ranges that can be looked at, in days until now. */
export const VOICE_DAYS = [1, 7, 30, 90] as const;
/** The longest of them is compared with as many days before it; what is expected is learned from less. */
export const HOURS_READ_MS = 2 * Math.max(...VOICE_DAYS) * 24 * HOUR_MS;
/** Before a board was heard for so long, nothing is expected of it. */
const KNOWN_HOURS = 24;
/** Longer ranges are shown by day. */
const HOURS_MOST_DAYS = 7;

export const stepOf = (days: number): 'hour' | 'day' => (days <= HOURS_MOST_DAYS ? 'hour' : 'day');

/** When a range of so many days begins: at a full hour, or at midnight UTC, with now in its last step. */
export function beginningOf(days: number, now: Date): Date {
  const ms = stepOf(days) === 'hour' ? HOUR_MS : 24 * HOUR_MS;
  const end = Math.floor(now.getTime() / ms) * ms + ms;
  return new Date(end - days * 24 * HOUR_MS);
}

/**
 * A step for each hour or day from the beginning until now, also where nobody spoke.
 * @param hours of the range, and of four weeks before it where they are to be expected by
 */
export function seriesOf(hours: readonly HourOfMood[], days: number, now: Date): readonly StepOfVoice[] {
  const step = stepOf(days);
  const ms = step === 'hour' ? HOUR_MS : 24 * HOUR_MS;
  const from = beginningOf(days, now).getTime();
  const count = (days * 24 * HOUR_MS) / ms;
  const moods = Array.from({ length: count }, () => NO_MOOD);
  for (const one of hours) {
    const at = Math.floor((one.hour.getTime() - from) / ms);
    const mood = moods[at];
    if (mood) moods[at] = addMoods(mood, one);
  }
  const posts = hours.map(({ hour, ...mood }) => ({ hour, posts: postsOf(mood) }));
  const baseline = baselineOf(posts);
  const first = Math.min(...posts.filter((one) => one.posts > 0).map(({ hour }) => hour.getTime()));
  const expectedAt = (hour: number): number | null =>
    hour - first < KNOWN_HOURS * HOUR_MS ? null : baseline.at(new Date(hour));
  return moods.map((mood, nth) => {
    const at = from + nth * ms;
    let expected: number | null = 0;
    for (let hour = at; hour < at + ms && expected !== null; hour += HOUR_MS) {
      const of = expectedAt(hour);
      expected = of === null ? null : expected + of;
    }
    return { ...mood, at: new Date(at), expected: expected === null ? null : Math.round(expected * 10) / 10 };
  });
}

export function addMoods(a: Mood, b: Mood): Mood {
  return {
    positive: a.positive + b.positive,
    neutral: a.neutral + b.neutral,
    negative: a.negative + b.negative,
    unclear: a.unclear + b.unclear,
  };
}

export const postsOf = ({ positive, neutral, negative, unclear }: Mood): number =>
  positive + neutral + negative + unclear;
