import { BRAND } from '../../../simulators/personas/brand.ts';
import type { Networks } from '../networks.ts';

/** What the brand has published, by channel, oldest first: the same words everywhere. */
export type Posts = Readonly<Record<string, readonly string[]>>;

export function publishPosts(
  { meta, instagram, bluesky, x }: Networks,
  words: readonly string[],
  times: readonly Date[],
): Posts {
  const on = (publish: (text: string, at: Date) => string) =>
    words.map((text, nth) => publish(text, times[nth] ?? new Date(0)));
  return {
    facebook: on((text, at) => meta.publishAsPage(BRAND.pageId, text, at)),
    instagram: on((text, at) => instagram.publish(BRAND.instagramId, text, at)),
    bluesky: on((text, at) => bluesky.publish(text, { at }).id),
    x: on((text, at) => x.publish(text, { at }).id),
  };
}

const LINES: Readonly<Record<string, string>> = {
  messenger: BRAND.pageId,
  instagram: BRAND.instagramId,
  whatsapp: BRAND.phoneId,
  viber: BRAND.viberId,
};

/** What a network calls the place of a past matter. */
export function placeOn(channel: string, place: string, posts: Posts): string {
  if (place.startsWith('post:')) {
    const id = posts[channel]?.[Number(place.slice('post:'.length))] ?? '';
    return channel === 'bluesky' || channel === 'x' ? `post:${id}` : id;
  }
  if (channel === 'email') return BRAND.address;
  if (channel === 'bluesky') return place === 'direct-bluesky' ? 'direct' : 'wall';
  if (channel === 'x') return place === 'mention' ? 'wall' : place;
  if (channel === 'google_reviews') return place;
  return `${place}:${LINES[channel] ?? BRAND.pageId}`;
}
