import { createHash } from 'node:crypto';
import { languageOf } from './language.ts';
import type { Account, DirectMessage, MediaFile, Post, Store } from './store.ts';

/** Also one without `https://`, where its ending is that of a place on the web. */
const PLAIN_URL =
  /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]|(?<![\w@#$./:-])(?:[a-z0-9-]+\.)+(?:com|co|net|org|shop)(?:\/[^\s<>"]*[^\s<>".,;:!?)])?(?![\w@-])/gi;
const shortOf = (text: string) =>
  `https://t.co/${createHash('sha256').update(text).digest('base64url').replace(/[-_]/g, '').slice(0, 10)}`;
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

type Fields = ReadonlySet<string>;

/** Things as the API shows them: only what was asked for, beside what is always there. */
export class Views {
  readonly #store: Store;
  readonly #url: () => string;
  constructor(store: Store, url: () => string) {
    this.#store = store;
    this.#url = url;
  }

  user({ id, username, name, followers }: Account, fields: Fields): Record<string, unknown> {
    const more: Record<string, unknown> = {
      created_at: '2021-03-01T10:00:00.000Z',
      profile_image_url: `https://pbs.twimg.com/profile_images/${id}/a_normal.jpg`,
      protected: false,
      verified: false,
      public_metrics: { followers_count: followers, following_count: 80, tweet_count: 412, listed_count: 0 },
    };
    return { id, name, username, ...chosen(more, fields) };
  }

  post(post: Post, fields: Fields): Record<string, unknown> {
    const { text, entities } = this.#written(post.text, post.media, post);
    const parent = post.repliedTo === undefined ? undefined : this.#store.posts.get(post.repliedTo);
    const references = [
      ...(post.repliedTo === undefined ? [] : [{ type: 'replied_to', id: post.repliedTo }]),
      ...(post.quoted === undefined ? [] : [{ type: 'quoted', id: post.quoted }]),
      ...(post.reposted === undefined ? [] : [{ type: 'retweeted', id: post.reposted }]),
    ];
    const all = [...this.#store.posts.values()];
    const count = (test: (one: Post) => boolean) => all.filter(test).length;
    const more: Record<string, unknown> = {
      author_id: post.authorId,
      created_at: post.at.toISOString(),
      conversation_id: post.conversationId,
      lang: languageOf(post.text),
      public_metrics: {
        retweet_count: count((one) => one.reposted === post.id),
        reply_count: count((one) => one.repliedTo === post.id),
        like_count: post.likes.size,
        quote_count: count((one) => one.quoted === post.id),
        bookmark_count: 0,
        impression_count: 0,
      },
      ...(parent ? { in_reply_to_user_id: parent.authorId } : {}),
      ...(references.length > 0 ? { referenced_tweets: references } : {}),
      ...(entities ? { entities } : {}),
      ...(post.media.length > 0 ? { attachments: { media_keys: post.media.map(({ key }) => key) } } : {}),
    };
    return { id: post.id, text, edit_history_tweet_ids: post.history, ...chosen(more, fields) };
  }

  direct(message: DirectMessage, fields: Fields): Record<string, unknown> {
    const { text, entities } = this.#written(message.text, message.media, null);
    const more: Record<string, unknown> = {
      event_type: 'MessageCreate',
      text,
      sender_id: message.senderId,
      dm_conversation_id: message.conversationId,
      created_at: message.at.toISOString(),
      ...(entities ? { entities } : {}),
      ...(message.media.length > 0 ? { attachments: { media_keys: message.media.map(({ key }) => key) } } : {}),
    };
    return { id: message.id, event_type: 'MessageCreate', ...(text ? { text } : {}), ...chosen(more, fields) };
  }

  media(file: MediaFile, fields: Fields): Record<string, unknown> {
    const address = `${this.#url()}/${file.isPrivate ? 'dm' : 'media'}/${file.key}`;
    const more: Record<string, unknown> = {
      ...(file.type === 'photo' ? { url: address } : { preview_image_url: `${address}?preview` }),
      ...(file.type === 'photo' ? {} : { variants: [{ bit_rate: 832_000, content_type: 'video/mp4', url: address }] }),
      ...(file.alt === undefined ? {} : { alt_text: file.alt }),
    };
    return { media_key: file.key, type: file.type, ...chosen(more, fields) };
  }

  /** Addresses are shortened, files hang on as one more of them, and `&` is written as HTML does. */
  #written(plain: string, files: readonly MediaFile[], post: Post | null) {
    const urls = [...plain.matchAll(PLAIN_URL)].map(([url]) => ({
      url: shortOf(url),
      expanded_url: /^https?:/i.test(url) ? url : `http://${url}`,
      display_url: url.replace(/^https?:\/\//, '').slice(0, 26),
    }));
    const quoted = this.#store.posts.get(post?.quoted ?? '');
    const pointer = quoted && {
      url: shortOf(quoted.id),
      expanded_url: `https://twitter.com/${this.#store.accounts.get(quoted.authorId)?.username}/status/${quoted.id}`,
      display_url: `x.com/${this.#store.accounts.get(quoted.authorId)?.username}/stat…`,
    };
    const shown = files.map(({ key }, at) => ({
      url: shortOf(key),
      expanded_url: `https://x.com/i/status/${post?.id ?? 0}/photo/${at + 1}`,
      display_url: `pic.x.com/${key.slice(-8)}`,
      media_key: key,
    }));
    const body = escaped(plain.replace(PLAIN_URL, (url) => shortOf(url)));
    const ends = [...(pointer ? [pointer] : []), ...shown.slice(0, 1)].map(({ url }) => url);
    const text = [body, ...ends].filter((one) => one !== '').join(' ');
    const mentions = this.#store.mentioned(plain).map(({ account, start, end }) => ({
      start,
      end,
      username: account.username,
      id: account.id,
    }));
    const all = [...urls, ...(pointer ? [pointer] : []), ...shown];
    const entities = {
      ...(all.length > 0 ? { urls: all } : {}),
      ...(mentions.length > 0 ? { mentions } : {}),
    };
    return { text, entities: Object.keys(entities).length > 0 ? entities : undefined };
  }
}

const chosen = (all: Readonly<Record<string, unknown>>, fields: Fields): Record<string, unknown> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => fields.has(name)));
