import { BRAND_POSTS } from '../../../simulators/personas/brand.ts';
import { situationOf } from '../../../simulators/personas/mood.ts';
import { CUSTOMERS, type Customer } from '../../../simulators/personas/people.ts';
import type { Situation } from '../../../simulators/personas/talk.ts';
import {
  answerTo,
  followUpOf,
  type Matter,
  matterOf,
  openingOf,
  pick,
  type Random,
  type Style,
} from '../../../simulators/personas/words.ts';
import { TEAM } from '../team.ts';

export const PAST_DAYS = 28;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How a matter of the past stands now. */
export type Ending =
  | 'waiting'
  | 'opened'
  | 'snoozed'
  | 'answered'
  | 'acknowledged'
  | 'no_reply'
  | 'confirmed'
  | 'unconfirmed';

export interface Step {
  readonly by: 'customer' | 'team';
  readonly text: string;
  readonly at: Date;
}
/** One customer's matter from the first word to where it stands now. */
export interface PastMatter {
  readonly customer: Customer;
  readonly channel: string;
  /**
   * Where it is written: `post:3` (the brand's fourth), `wall`, `recommend`, `discourage`, `stars:4`, `elsewhere`,
   * `direct`, `mail`.
   */
  readonly place: string;
  readonly subject?: string;
  readonly situation: Situation;
  readonly hasPicture: boolean;
  readonly steps: readonly Step[];
  readonly ending: Ending;
  /** Of the team: who answered, and whose it is (null: nobody's). */
  readonly agent: number;
  readonly assignee: number | null;
  readonly note: string | null;
  readonly reason: string | null;
}

const NOTES = [
  'Called the depot: the parcel was scanned again at noon.',
  'Third broken zip of this batch. Told the workshop.',
  'Good customer, orders every season. Be generous.',
  'Checked the payment: charged once, refunded once.',
  'If it comes back, pass it to me please.',
];
const REASONS = [
  'Spam',
  'Only names a friend',
  'Answered in another conversation',
  'No question in it',
  'Resolved itself',
];
/** How many of each there are, roughly as in a shop that keeps up. */
const ENDINGS: readonly (readonly [Ending, number])[] = [
  ['waiting', 26],
  ['opened', 6],
  ['snoozed', 6],
  ['answered', 118],
  ['acknowledged', 26],
  ['no_reply', 22],
  ['confirmed', 58],
  ['unconfirmed', 28],
];

const WAITING = new Set<Ending>(['waiting', 'opened', 'snoozed']);

/** When each post of the brand was published, oldest first. */
export const postTimes = (now: Date): readonly Date[] =>
  BRAND_POSTS.map(
    (_, at) => new Date(now.getTime() - PAST_DAYS * DAY + ((at + 0.2) * PAST_DAYS * DAY) / (BRAND_POSTS.length + 0.5)),
  );

/** Some weeks of a shop: pure, the same for the same seed. */
export function pastMatters(now: Date, random: Random): readonly PastMatter[] {
  const taken = new Set<string>();
  const times = postTimes(now);
  const certain = CERTAIN.map(({ ending, age, situation, ...where }) => {
    const customer = pick(
      CUSTOMERS.filter(({ channels }) => channels.includes(where.channel)),
      random,
    );
    taken.add(keyOf(where.channel, where.place, customer));
    return matterAt(new Date(now.getTime() - age), ending, { ...where, customer, situation }, random);
  });
  const others = ENDINGS.flatMap(([ending, count]) =>
    Array.from({ length: count }, () => matterWith(ending, now, times, taken, random)),
  );
  return [...certain, ...others];
}

interface Where {
  readonly channel: string;
  readonly place: string;
  readonly style: Style;
}
/** What everybody should meet: a line that has been closed for a day, and a post that X lets nobody answer by its API. */
const CERTAIN: readonly (Where & { readonly ending: Ending; readonly age: number; readonly situation: Situation })[] = [
  { ending: 'waiting', age: 29 * HOUR, situation: 'late', channel: 'whatsapp', place: 'direct', style: 'direct' },
  { ending: 'waiting', age: 2 * HOUR, situation: 'broken', channel: 'x', place: 'elsewhere', style: 'post' },
  { ending: 'waiting', age: 5 * HOUR, situation: 'size', channel: 'viber', place: 'direct', style: 'direct' },
];

function matterWith(ending: Ending, now: Date, times: readonly Date[], taken: Set<string>, random: Random): PastMatter {
  // Most of what waits came today; what is done lies back up to four weeks.
  const age = WAITING.has(ending)
    ? 4 * MINUTE + 60 * HOUR * random() ** 2.4
    : 5 * HOUR + (PAST_DAYS - 1.5) * DAY * random();
  const last = new Date(now.getTime() - age);
  return matterAt(last, ending, placeFor(last, ending, times, taken, random), random);
}

function matterAt(
  last: Date,
  ending: Ending,
  { customer, channel, place, style, ...wish }: Where & { readonly customer: Customer; readonly situation?: Situation },
  random: Random,
): PastMatter {
  const isOpen = WAITING.has(ending);
  const situation =
    wish.situation ??
    (ending === 'acknowledged' || place === 'recommend' || place === 'stars:5'
      ? pick(['praise', 'thanks', 'praise', 'idea'] as const, random)
      : place === 'discourage' || place === 'stars:1'
        ? pick(['angry', 'late', 'broken'] as const, random)
        : situationOf(random));
  const agent = Math.floor(random() * TEAM.length);
  const matter = matterOf(situation, random);
  const opening = openingOf(customer, matter, style, random);
  const steps = stepsOf({
    customer,
    matter,
    style,
    agent,
    ending,
    isAlone: isUnanswerable(channel, place) || (isStars(place) && !endsWithUs(ending)),
    isOnce: isStars(place),
    first: opening.text,
    last,
    random,
  });
  const isAssigned = isOpen ? random() < 0.3 : random() < 0.5;
  return {
    customer,
    channel,
    place,
    ...(opening.subject ? { subject: opening.subject } : {}),
    situation,
    hasPicture:
      situation === 'broken' &&
      place !== 'direct-bluesky' &&
      place !== 'elsewhere' &&
      (channel !== 'instagram' || place === 'direct') &&
      random() < 0.4,
    steps,
    ending,
    agent,
    assignee: isAssigned ? agent : null,
    note: random() < 0.09 ? pick(NOTES, random) : null,
    reason: ending === 'no_reply' ? pick(REASONS, random) : null,
  };
}

const ALONE = new Set<Ending>(['waiting', 'opened', 'no_reply', 'acknowledged']);
const isStars = (place: string) => place.startsWith('stars:');
const endsWithUs = (ending: Ending) => ending === 'answered' || ending === 'confirmed' || ending === 'unconfirmed';
/** A Page is not told of its own words in a stranger's place, and a bot's are told to nobody: no past with answers there. */
const isUnanswerable = (channel: string, place: string) => place === 'elsewhere' || channel === 'viber';
/** Two places in which one customer's words fall into one conversation have the same key. */
const keyOf = (channel: string, place: string, { id }: Customer) =>
  `${channel} ${place === 'recommend' ? 'discourage' : isStars(place) ? 'stars' : place} ${id}`;

/** A place where this customer has nothing yet: what would fall into one conversation must not have two endings. */
function placeFor(at: Date, ending: Ending, times: readonly Date[], taken: Set<string>, random: Random) {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const customer = pick(CUSTOMERS, random);
    const { channel, place, style } = drawPlace(at, times, random);
    if (!customer.channels.includes(channel)) continue;
    if (isUnanswerable(channel, place) && !ALONE.has(ending)) continue;
    const isOpenEnded = place === 'mail' || place === 'wall' || place === 'mention';
    const key = keyOf(channel, place, customer);
    if (!isOpenEnded && taken.has(key)) continue;
    taken.add(key);
    return { customer, channel, place, style };
  }
  return { customer: CUSTOMERS[0] as Customer, channel: 'email', place: 'mail', style: 'mail' as const };
}

function drawPlace(at: Date, times: readonly Date[], random: Random): Where {
  const posts = times.flatMap((time, index) => (time.getTime() < at.getTime() - 10 * HOUR ? [`post:${index}`] : []));
  if (random() < OTHERS_SHARE) return drawOther(posts, random);
  const draw = random();
  if (draw < 0.3 && posts.length > 0)
    return { channel: 'facebook', place: pick(posts.slice(-3), random), style: 'comment' };
  if (draw < 0.36) return { channel: 'facebook', place: 'wall', style: 'comment' };
  if (draw < 0.4)
    return { channel: 'facebook', place: pick(['recommend', 'discourage'] as const, random), style: 'comment' };
  if (draw < 0.42) return { channel: 'facebook', place: 'elsewhere', style: 'comment' };
  if (draw < 0.54) return { channel: 'messenger', place: 'direct', style: 'direct' };
  if (draw < 0.8) return { channel: 'email', place: 'mail', style: 'mail' };
  if (draw < 0.93) return { channel: 'bluesky', place: 'mention', style: 'post' };
  if (draw < 0.97 && posts.length > 0)
    return { channel: 'bluesky', place: pick(posts.slice(-3), random), style: 'comment' };
  return { channel: 'bluesky', place: 'direct-bluesky', style: 'direct' };
}

/** Of all matters; most come over the four that a shop begins with. */
const OTHERS_SHARE = 0.2;
function drawOther(posts: readonly string[], random: Random): Where {
  const draw = random();
  if (draw < 0.25 && posts.length > 0)
    return { channel: 'instagram', place: pick(posts.slice(-3), random), style: 'comment' };
  if (draw < 0.35) return { channel: 'instagram', place: 'direct', style: 'direct' };
  if (draw < 0.55) return { channel: 'whatsapp', place: 'direct', style: 'direct' };
  if (draw < 0.7) return { channel: 'x', place: 'mention', style: 'post' };
  if (draw < 0.75) return { channel: 'x', place: 'direct', style: 'direct' };
  if (draw < 0.85) return { channel: 'viber', place: 'direct', style: 'direct' };
  const stars = pick([1, 1, 2, 4, 5, 5] as const, random);
  return { channel: 'google_reviews', place: `stars:${stars}`, style: 'comment' };
}

interface Course {
  readonly customer: Customer;
  readonly matter: Matter;
  readonly style: Style;
  readonly agent: number;
  readonly ending: Ending;
  /** Nobody has answered. */
  readonly isAlone: boolean;
  /** Each says one thing, and no more. */
  readonly isOnce: boolean;
  readonly first: string;
  readonly last: Date;
  readonly random: Random;
}

/** Who said what, reckoned back from the last word. */
function stepsOf({
  customer,
  matter,
  style,
  agent,
  ending,
  isAlone,
  isOnce,
  first,
  last,
  random,
}: Course): readonly Step[] {
  const answer = answerTo(customer, matter, style, TEAM[agent]?.name ?? '');
  const isOurEnd = endsWithUs(ending);
  const texts: { readonly by: Step['by']; readonly text: string }[] = [{ by: 'customer', text: first }];
  if (!isAlone && (isOurEnd || random() < 0.28)) {
    texts.push({ by: 'team', text: answer });
    // What still waits is a question as a rule; what was settled ends with thanks.
    const reaction = WAITING.has(ending) ? pick(['further', 'further', 'still', 'angrier'] as const, random) : 'thanks';
    const goesOn = !isOurEnd || (!isOnce && random() < 0.25);
    if (goesOn) {
      texts.push({ by: 'customer', text: followUpOf(customer, reaction, random) });
      if (isOurEnd)
        texts.push({
          by: 'team',
          text: answerTo(customer, { ...matter, situation: 'thanks' }, style, TEAM[agent]?.name ?? ''),
        });
    }
  }
  let at = last.getTime();
  const gaps = texts.map(({ by }) =>
    by === 'team' ? 6 * MINUTE + 3.5 * HOUR * random() ** 2 : 2 * MINUTE + 90 * MINUTE * random(),
  );
  return texts
    .toReversed()
    .map((one, index) => {
      const step = { ...one, at: new Date(Math.floor(at / 1000) * 1000) };
      at -= gaps[texts.length - 1 - index] ?? HOUR;
      return step;
    })
    .toReversed();
}
