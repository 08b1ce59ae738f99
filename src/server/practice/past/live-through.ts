import { BRAND, BRAND_POSTS } from '../../../simulators/personas/brand.ts';
import { pictureOf } from '../../../simulators/personas/picture.ts';
import type { Networks } from '../networks.ts';
import { type PastMatter, postTimes, type Step } from './matters.ts';

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
  const posts = publishPosts(networks, now);
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
    if (step.by === 'team' && before !== undefined) {
      const thread = [...one.threads][0] ?? '';
      one.said.push({ id: await answerByHand(networks, one.matter, { to: before, thread, step }), step });
      continue;
    }
    const { customer, channel, place, subject, hasPicture } = one.matter;
    const isFirst = before === undefined;
    const network = networks.of(channel);
    if (!network) throw new Error(`There is no network ${channel}`);
    const isLine = place === 'direct' || place === 'direct-bluesky';
    const { id, thread } = await network.say(customer, {
      place: isFirst || channel !== 'facebook' ? placeOn(channel, place, posts) : ([...one.threads][0] ?? ''),
      text: step.text,
      at: step.at,
      ...(subject && isFirst ? { subject } : {}),
      ...(isFirst || isLine ? {} : { inReplyTo: one.said.at(-1)?.id ?? before }),
      ...(isFirst && hasPicture ? { attachment: photo(one.said.length + lived.indexOf(one)) } : {}),
    });
    one.threads.add(thread);
    one.said.push({ id, step });
  }
  return lived.map(({ matter, said }) => ({ matter, said }));
}

interface Posts {
  readonly facebook: readonly string[];
  readonly bluesky: readonly string[];
}

function publishPosts({ meta, bluesky }: Networks, now: Date): Posts {
  const times = postTimes(now);
  return {
    facebook: BRAND_POSTS.map((text, at) => meta.publishAsPage(BRAND.pageId, text, times[at])),
    bluesky: BRAND_POSTS.map((text, at) => bluesky.publish(text, { at: times[at] ?? now }).id),
  };
}

function placeOn(channel: string, place: string, posts: Posts): string {
  if (place.startsWith('post:')) {
    const index = Number(place.slice('post:'.length));
    return channel === 'facebook' ? (posts.facebook[index] ?? '') : `post:${posts.bluesky[index]}`;
  }
  if (channel === 'email') return BRAND.address;
  if (channel === 'bluesky') return place === 'direct-bluesky' ? 'direct' : 'wall';
  return `${place}:${BRAND.pageId}`;
}

async function answerByHand(
  { meta, email, bluesky }: Networks,
  { channel, customer, place }: PastMatter,
  { to, thread, step: { text, at } }: { readonly to: string; readonly thread: string; readonly step: Step },
): Promise<string> {
  if (channel === 'facebook') return meta.commentAsPage(BRAND.pageId, to, text, at);
  if (channel === 'messenger') return meta.answerInPageInbox(BRAND.pageId, customer, text, at);
  if (channel === 'email') return email.answer(BRAND.address, customer, to, text, at);
  return place === 'direct-bluesky'
    ? bluesky.answerDirect(thread, text, at).id
    : bluesky.publish(text, { inReplyTo: to, at }).id;
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
