import type { Attachment } from '../../core/channel/content.ts';
import type { DirectMessage, Includes, Media, Post } from './shapes.ts';
import { reference } from './words.ts';

export const permalinkOf = (id: string, username?: string): string =>
  `https://x.com/${username === undefined || !/^\w+$/.test(username) ? 'i' : username}/status/${id}`;

export function attachmentsOf(post: Post, includes: Includes): Attachment[] {
  const quoted = reference(post, 'quoted');
  return [
    ...mediaOf(post.attachments?.media_keys, includes).map((media) => file(media, false)),
    ...(quoted === undefined ? [] : [pointer(quoted, includes)]),
  ];
}

/** Files of a private line are given out to the account's own keys only. */
export function directAttachmentsOf(message: DirectMessage, includes: Includes): Attachment[] {
  return [
    ...mediaOf(message.attachments?.media_keys, includes).map((media) => file(media, true)),
    ...message.referenced_tweets.map(({ id }) => pointer(id, includes)),
  ];
}

/** One that the page does not name is there all the same, and is shown as something that could not be read. */
function mediaOf(keys: readonly string[] | undefined, { media }: Includes): Media[] {
  return (keys ?? []).map(
    (key) => media.find((one) => one.media_key === key) ?? { media_key: key, type: 'unknown', variants: [] },
  );
}

function file(media: Media, isPrivate: boolean): Attachment {
  const { type, url, alt_text: alt } = media;
  const film = media.variants
    .filter(({ content_type: kind }) => kind === undefined || kind.startsWith('video/mp4'))
    .toSorted((a, b) => (b.bit_rate ?? 0) - (a.bit_rate ?? 0))[0]?.url;
  const kind = type === 'photo' ? 'image' : type === 'video' ? 'video' : type === 'animated_gif' ? 'gif' : null;
  if (kind === null) return { kind: 'unsupported', source: { kind: 'none' }, title: type.slice(0, 80).toWellFormed() };
  const from = type === 'photo' ? url : (film ?? url ?? media.preview_image_url);
  return {
    kind: film === undefined && type !== 'photo' ? 'image' : kind,
    source: from === undefined ? { kind: 'none' } : isPrivate ? { kind: 'ask', id: from } : { kind: 'url', url: from },
    ...(alt ? { alt } : {}),
  };
}

function pointer(id: string, { tweets, users }: Includes): Attachment {
  const quoted = tweets.find((one) => one.id === id);
  const username = users.find((user) => user.id === quoted?.author_id)?.username;
  const by = username === undefined ? '' : `@${username}: `;
  const title = quoted?.text === undefined ? 'A post on X' : `${by}${quoted.text}`.slice(0, 200).toWellFormed();
  return { kind: 'link', source: { kind: 'none' }, href: permalinkOf(id, username), title };
}
