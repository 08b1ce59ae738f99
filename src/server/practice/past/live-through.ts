import { BRAND, BRAND_POSTS } from '../../../simulators/personas/brand.ts';
import { pictureOf } from '../../../simulators/personas/picture.ts';
import type { Networks } from '../networks.ts';
import { answerByHand } from './answer-by-hand.ts';
import { type PastMatter, postTimes, type Step } from './matters.ts';
import { type Posts, placeOn, publishPosts } from './places.ts';

/** A matter with the names that the networks gave to what was said in it, in the order of its steps. */
export interface LivedMatter {
  readonly matter: PastMatter;
  readonly said: readonly { readonly id: string; readonly step: Step }[];
}

/**
 * Lets it all happen on the networks, in the order of time and at the times it is said to have happened. They tell the
 * desk of it as of everything else; the company's words come as typed in each network's own app.
 */
export async function liveThrough(
  networks: Networks,
  matters: readonly PastMatter[],
  now: Date,
): Promise<readonly LivedMatter[]> {
  const posts = publishPosts(networks, BRAND_POSTS, postTimes(now));
  const lived = matters.map((matter) => ({
    matter,
    said: [] as { id: string; step: Step }[],
    threads: new Set<string>(),
  }));
  const course = lived
    .flatMap((one) => one.matter.steps.map((step) => ({ one, step })))
    .toSorted((a, b) => a.step.at.getTime() - b.step.at.getTime());
  for (const [done, { one, step }] of course.entries()) {
    // The server answers meanwhile.
    if (done % 25 === 0) await new Promise((resolve) => setImmediate(resolve));
    const before = one.said.findLast(({ step: { by } }) => by === 'customer')?.id;
    const thread = [...one.threads][0] ?? '';
    if (step.by === 'team' && before !== undefined) {
      one.said.push({ id: await answerByHand(networks, one.matter, { to: before, thread, step }), step });
      continue;
    }
    const said = await customerSays(networks, one.matter, posts, {
      step,
      nth: lived.indexOf(one),
      thread,
      last: one.said.at(-1)?.id,
    });
    one.threads.add(said.thread);
    one.said.push({ id: said.id, step });
  }
  return lived.map(({ matter, said }) => ({ matter, said }));
}

interface Turn {
  readonly step: Step;
  readonly nth: number;
  /** Where it began, unless this is the beginning. */
  readonly thread: string;
  readonly last: string | undefined;
}

function customerSays(networks: Networks, matter: PastMatter, posts: Posts, { step, nth, thread, last }: Turn) {
  const { customer, channel, place, subject, hasPicture } = matter;
  const network = networks.of(channel);
  if (!network) throw new Error(`There is no network ${channel}`);
  const isFirst = last === undefined;
  const isLine = place === 'direct' || place === 'direct-bluesky';
  // Who names nobody is found by the words that the brand looks for.
  const isToNobody = channel === 'x' && place === 'elsewhere';
  return network.say(customer, {
    place: isFirst || channel !== 'facebook' ? placeOn(channel, place, posts) : thread,
    text: isToNobody ? `${BRAND.name}: ${step.text}` : step.text,
    at: step.at,
    ...(subject && isFirst ? { subject } : {}),
    ...(isFirst || isLine ? {} : { inReplyTo: last }),
    ...(isFirst && hasPicture ? { attachment: photo(nth) } : {}),
  });
}

/** Few different ones: people's photos look alike, and each costs some time to draw. */
const PHOTOS = 4;
const drawn = new Map<number, Uint8Array>();
export function photo(seed: number) {
  const kind = seed % PHOTOS;
  const bytes = drawn.get(kind) ?? pictureOf(kind + 1);
  drawn.set(kind, bytes);
  return { name: `IMG_${2040 + seed}.png`, mimeType: 'image/png', bytes };
}
