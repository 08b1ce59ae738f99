import { BRAND, RIVAL } from '../../../simulators/personas/brand.ts';
import { CUSTOMERS, type Customer } from '../../../simulators/personas/people.ts';
import type { Situation } from '../../../simulators/personas/talk.ts';
import { matterOf, openingOf, pick, type Random } from '../../../simulators/personas/words.ts';

/** Something that somebody posted of a shop, to nobody. */
export interface PastPost {
  readonly customer: Customer;
  readonly text: string;
  readonly at: Date;
}
export interface PastTalk {
  readonly posts: readonly PastPost[];
  /** When everybody spoke of the same thing. */
  readonly spike: { readonly from: Date; readonly to: Date };
}
/** How many spoke in an hour of which nobody kept the words. */
export interface PastHour {
  readonly hour: Date;
  readonly positive: number;
  readonly neutral: number;
  readonly negative: number;
}

export const OVERHEARD_ON = 'bluesky';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** As far back as a new search looks. */
const DAYS = 6;
const SPIKE_AGO = 4 * DAY;
const OF_US = 26;
const OF_RIVAL = 12;
const IN_SPIKE = 16;
const CALM: readonly Situation[] = ['praise', 'idea', 'praise', 'size'];
const ANY: readonly Situation[] = ['praise', 'broken', 'idea', 'late', 'praise', 'refund', 'size'];

const SHAPES: readonly ((name: string, text: string) => string)[] = [
  (name, text) => `${name}: ${text}`,
  (name, text) => `${text} #${name.replaceAll(' ', '')}`,
  (name, text) => `${text} (${name})`,
];

/** What people said of the brand and of another shop in the last days, with an hour in which the web shop was down. */
export function pastTalk(now: Date, random: Random): PastTalk {
  const people = CUSTOMERS.filter(({ channels }) => channels.includes(OVERHEARD_ON));
  // In the afternoon, when people shop.
  const from = new Date(Math.floor((now.getTime() - SPIKE_AGO) / DAY) * DAY + 15 * HOUR);
  const post = (name: string, at: number, situation: Situation, customer = pick(people, random)): PastPost => {
    const { text } = openingOf(customer, matterOf(situation, random), 'comment', random);
    return { customer, text: pick(SHAPES, random)(name, text), at: new Date(at) };
  };
  const ago = () => now.getTime() - (0.02 + 0.98 * random()) * DAYS * DAY;
  const ofUs = Array.from({ length: OF_US }, () => {
    const at = ago();
    // Of the last day nothing that would have become work at once: the desk was not listening yet.
    return post(BRAND.name, at, pick(at > now.getTime() - DAY ? CALM : ANY, random));
  });
  const ofThem = Array.from({ length: OF_RIVAL }, () => post(RIVAL.name, ago(), pick(ANY, random)));
  const inSpike = Array.from({ length: IN_SPIKE }, (_, nth) =>
    post(BRAND.name, from.getTime() + (nth * 50 * MINUTE) / IN_SPIKE, 'checkout', people[nth % people.length]),
  );
  const posts = [...ofUs, ...ofThem, ...inSpike].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return { posts, spike: { from, to: new Date(from.getTime() + 50 * MINUTE) } };
}

const WEEKS = 5;
/** As in the days of which the words are kept, by the hour of the day in UTC. */
const SPOKEN = (hour: number): number => (hour < 6 ? 0.01 : hour < 16 ? 0.08 : 0.13);

/** How much was said in the weeks before those days. */
export function pastHours(now: Date, random: Random, share: number): readonly PastHour[] {
  const end = Math.floor((now.getTime() - (DAYS + 1) * DAY) / HOUR) * HOUR;
  return Array.from({ length: WEEKS * 7 * 24 }, (_, nth) => {
    const hour = new Date(end - nth * HOUR);
    const moods = { positive: 0, neutral: 0, negative: 0 };
    for (const mood of ['positive', 'neutral', 'negative'] as const)
      if (random() < SPOKEN(hour.getUTCHours()) * share) moods[mood] += 1;
    return { hour, ...moods };
  }).filter(({ positive, neutral, negative }) => positive + neutral + negative > 0);
}
