import type { Answer, SimulatedNetwork } from '../../simulators/network.ts';
import { BRAND, RIVAL } from '../../simulators/personas/brand.ts';
import { pauseBefore, reactionTo, situationOf } from '../../simulators/personas/mood.ts';
import { CUSTOMERS, customerById } from '../../simulators/personas/people.ts';
import type { Situation } from '../../simulators/personas/talk.ts';
import { followUpOf, matterOf, openingOf, pick, type Random, type Style } from '../../simulators/personas/words.ts';
import type { Networks } from './networks.ts';
import { photo } from './past/live-through.ts';

/** Messages a minute over all networks when nobody has turned the dial. */
export const CALM_PACE = 8;

export interface Customers {
  isLive: boolean;
  messagesPerMinute: number;
  stop(): void;
}
export interface CustomersOptions {
  readonly networks: Networks;
  readonly random: Random;
  readonly isLive: boolean;
  readonly messagesPerMinute: number;
  /** Whether more may be added just now; a desk that nobody looks at does not grow for ever. */
  readonly mayAdd: (messagesPerMinute: number) => Promise<boolean>;
  readonly complain: (error: unknown) => void;
}

/** In this order at first, so that within seconds something is heard on each; afterwards shuffled. */
const FIRST = ['facebook', 'messenger', 'bluesky', 'email'];
const OTHERS = ['instagram', 'whatsapp', 'x', 'viber', 'google_reviews'];
const BAG = [...FIRST, ...FIRST, 'facebook', 'messenger', 'email', 'facebook', ...OTHERS];
/** Matters whose customers know what they are about; of older ones it is guessed. */
const REMEMBERED = 5_000;
const FIRST_GAP_MS = 2_500;
const SHORTEST_GAP_MS = 100;
/** How much of what is posted to nobody is of another shop. */
const OF_RIVAL = 0.3;
/** Now and then something breaks at the shop, and everybody writes about it. Counted in messages. */
const OUTBREAK = { chance: 1 / 60, lasts: 14, share: 0.75 };

/** People who write, and write back when they are answered, until they are stopped. */
export function startCustomers(options: CustomersOptions): Customers {
  const { networks, random, mayAdd, complain } = options;
  const timers = new Set<NodeJS.Timeout>();
  const begun = new Map<string, { readonly situation: Situation; answers: number }>();
  let bag: string[] = [...FIRST].reverse();
  let first = FIRST.length;
  let outbreak = 0;
  let owed = 0;
  let isStopped = false;
  const customers: Customers = {
    isLive: options.isLive,
    messagesPerMinute: options.messagesPerMinute,
    stop() {
      isStopped = true;
      for (const timer of timers) clearTimeout(timer);
      for (const deafen of deafened) deafen();
    },
  };

  const later = (ms: number, act: () => Promise<void>) => {
    if (isStopped) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      act().catch(complain);
    }, ms);
    timers.add(timer);
  };

  async function turn(): Promise<void> {
    const gap = nextGap();
    try {
      const pace = customers.messagesPerMinute;
      if (!customers.isLive || pace === 0 || !(await mayAdd(pace))) return;
      owed += first > 0 ? 1 : (pace * gap) / 60_000;
      for (; owed >= 1 && !isStopped; owed -= 1) await begin();
    } finally {
      later(gap, turn);
    }
  }
  function nextGap(): number {
    if (first > 0) return FIRST_GAP_MS;
    const even = 60_000 / Math.max(1, customers.messagesPerMinute);
    return Math.min(10_000, Math.max(SHORTEST_GAP_MS, even * (0.4 + 1.2 * random())));
  }

  async function begin(): Promise<void> {
    if (bag.length === 0) bag = BAG.toSorted(() => random() - 0.5);
    const channel = bag.pop() ?? 'facebook';
    first -= 1;
    if (outbreak > 0) outbreak -= 1;
    else if (random() < OUTBREAK.chance) outbreak = OUTBREAK.lasts;
    const network = networks.of(channel);
    if (network) await open(network);
  }

  async function open(network: SimulatedNetwork): Promise<void> {
    const { channel } = network;
    const customer = pick(
      CUSTOMERS.filter(({ channels }) => channels.includes(channel)),
      random,
    );
    const place = choosePlace(network, customer, random);
    const situation: Situation =
      outbreak > 0 && random() < OUTBREAK.share
        ? 'checkout'
        : place.kind === 'review'
          ? isGood(place.id)
            ? 'praise'
            : 'angry'
          : situationOf(random);
    const style: Style = place.kind === 'mail' ? 'mail' : place.kind === 'direct' ? 'direct' : 'comment';
    const { text, subject } = openingOf(customer, matterOf(situation, random), style, random);
    const isToNobody = place.kind === 'elsewhere';
    // What is said of another shop is heard too, where it is listened for.
    const isOfRival = isToNobody && channel === 'bluesky' && random() < OF_RIVAL;
    const canShow = situation === 'broken' && !isToNobody && takesPictures(channel, place.kind);
    const said = await network.say(customer, {
      place: place.id,
      text: isToNobody ? `${isOfRival ? RIVAL.name : BRAND.name}: ${text}` : text,
      ...(subject ? { subject } : {}),
      ...(canShow && random() < 0.4 ? { attachment: photo(Math.floor(random() * 900)) } : {}),
    });
    begun.set(`${channel} ${said.thread} ${customer.id}`, { situation, answers: 0 });
    for (const oldest of begun.keys()) if (begun.size > REMEMBERED) begun.delete(oldest);
  }

  function hear(network: SimulatedNetwork, { persona, thread, message }: Answer): void {
    const customer = customerById(persona);
    if (!customer || !customers.isLive) return;
    const key = `${network.channel} ${thread} ${persona}`;
    const matter = begun.get(key) ?? { situation: situationOf(random), answers: 0 };
    matter.answers += 1;
    begun.set(key, matter);
    const pause = pauseBefore(random);
    if (network.channel === 'messenger') later(pause / 2, async () => networks.meta.read(BRAND.pageId, customer));
    const reaction = reactionTo(matter.situation, matter.answers, random);
    if (!reaction) return;
    later(pause, async () => {
      const place = network.view(customer).find(({ id }) => id === thread)?.place;
      if (!customers.isLive || place === undefined) return;
      const text = followUpOf(customer, reaction, random);
      // Nobody answers below a review of their own: they change it.
      if (isStars(place.id)) return network.edit?.(customer, thread, text);
      // In a private line people just go on; only below a post does one answer a certain comment.
      const isLine = place.kind === 'direct';
      await network.say(customer, { place: place.id, text, ...(isLine ? {} : { inReplyTo: message.id }) });
    });
  }

  const deafened = networks.all.map((network) => network.onAnswer((answer) => hear(network, answer)));
  later(0, turn);
  return customers;
}

const isStars = (place: string) => place.startsWith('stars:');
const isGood = (place: string) => place.startsWith('recommend:') || (isStars(place) && Number(place.slice(6)) >= 4);

/** Where the networks take a file from a customer. */
export const takesPictures = (channel: string, place: string): boolean =>
  !(channel === 'bluesky' && place === 'direct') && !(channel === 'instagram' && place !== 'direct');

const WEIGHTS: Readonly<Record<string, number>> = { post: 12, wall: 5, review: 1, elsewhere: 1, direct: 3, mail: 1 };

/** The newest posts draw the most; strangers' places and reviews are rare. */
function choosePlace(network: SimulatedNetwork, customer: (typeof CUSTOMERS)[number], random: Random) {
  const places = network.places(customer);
  const posts = places.filter(({ kind }) => kind === 'post').slice(0, 3);
  const others = places.filter(({ kind }) => kind !== 'post');
  const weighted = [...posts, ...others].map((place) => ({
    place,
    weight: (WEIGHTS[place.kind] ?? 1) / (place.kind === 'post' ? posts.length : 1),
  }));
  let left = random() * weighted.reduce((sum, { weight }) => sum + weight, 0);
  for (const { place, weight } of weighted) {
    left -= weight;
    if (left <= 0) return place;
  }
  return pick(places, random);
}
