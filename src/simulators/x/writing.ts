import { measure } from '../../core/text/measure.ts';
import { bad, only, textOf } from './body.ts';
import type { Call, Endpoint } from './call.ts';
import { directing } from './directing.ts';
import { forbidden, noSuchPath } from './refusal.ts';
import type { Account, Post, Store } from './store.ts';
import type { Uploads } from './uploads.ts';

export interface WritingParts {
  readonly store: Store;
  readonly uploads: Uploads;
  readonly brand: Account;
  readonly now: () => Date;
  readonly isEnterprise: () => boolean;
}

const QUARTER = 15 * 60_000;

export function writing({ store, uploads, brand, now, isEnterprise }: WritingParts): readonly Endpoint[] {
  function numbered(name: string, value: unknown): string {
    if (typeof value !== 'string' || !/^\d{1,19}$/.test(value))
      throw bad(name, value, `$.${name}: does not match ^[0-9]{1,19}$`);
    return value;
  }
  const ownPost = (id: string): Post => {
    const post = store.posts.get(id);
    if (post && post.authorId !== brand.id) throw forbidden('You are not allowed to delete this Post.');
    if (!post) throw noSuchPath();
    return post;
  };
  const mine = (call: Call) => {
    if (call.ids[0] !== brand.id) throw forbidden();
  };
  const enterprise = () => {
    if (!isEnterprise()) throw forbidden();
  };
  /** The rule of February 2026; what the network says is not documented. */
  function refuseUnasked(target: Post): void {
    if (isEnterprise() || target.authorId === brand.id) return;
    const isNamed = store.mentioned(target.text).some(({ account }) => account.id === brand.id);
    const isQuoted = target.quoted !== undefined && store.posts.get(target.quoted)?.authorId === brand.id;
    if (!isNamed && !isQuoted) throw forbidden('Reply to this conversation is not allowed.');
  }

  function post(call: Call) {
    const text = textOf(call);
    const reply =
      call.body.reply === undefined
        ? null
        : only('reply', call.body.reply, [
            'in_reply_to_tweet_id',
            'exclude_reply_user_ids',
            'auto_populate_reply_metadata',
          ]);
    const media =
      call.body.media === undefined ? null : only('media', call.body.media, ['media_ids', 'tagged_user_ids']);
    const quoted =
      call.body.quote_tweet_id === undefined ? undefined : numbered('quote_tweet_id', call.body.quote_tweet_id);
    if (text === '' && !media) throw bad('text', text, '$.text: is missing but it is required');
    if (measure(text, 'weighted') > 280)
      throw bad(
        'text',
        text,
        'Your Tweet text is too long. For more information on how Twitter determines text length see https://github.com/twitter/twitter-text.',
      );
    if (!isEnterprise() && (text.match(/(?<![\w$])\$[A-Za-z]{1,6}\b/g)?.length ?? 0) > 1)
      throw forbidden('You are not permitted to use more than one cashtag.');
    if (media && !Array.isArray(media.media_ids))
      throw bad('media.media_ids', media.media_ids, '$.media.media_ids: is not an array');
    if (quoted !== undefined) {
      enterprise();
      if (!store.posts.has(quoted)) throw bad('quote_tweet_id', quoted, 'The Tweet is deleted or not visible to you.');
    }
    const at = now();
    let parent: Post | undefined;
    if (reply) {
      parent = store.posts.get(numbered('reply.in_reply_to_tweet_id', reply.in_reply_to_tweet_id));
      if (!parent) throw forbidden('You attempted to reply to a Tweet that is deleted or not visible to you.');
      refuseUnasked(parent);
    }
    const author = parent && parent.authorId !== brand.id ? store.accounts.get(parent.authorId) : undefined;
    const whole =
      author && !text.toLowerCase().startsWith(`@${author.username.toLowerCase()}`)
        ? `@${author.username} ${text}`.trim()
        : text;
    const isTwice = [...store.posts.values()].some(
      (one) =>
        one.authorId === brand.id &&
        one.text === whole &&
        whole !== '' &&
        one.repliedTo === parent?.id &&
        at.getTime() - one.at.getTime() < QUARTER,
    );
    if (isTwice) throw forbidden('You are not allowed to create a Tweet with duplicate content.');
    const files = uploads.take((media?.media_ids as unknown[] | undefined) ?? [], 'tweet');
    const id = store.nextId(at);
    const made = store.put({
      id,
      authorId: brand.id,
      text: whole,
      at,
      conversationId: parent?.conversationId ?? id,
      ...(parent ? { repliedTo: parent.id } : {}),
      ...(quoted === undefined ? {} : { quoted }),
      media: files,
      history: [id],
    });
    return { data: { id: made.id, text, edit_history_tweet_ids: [made.id] } };
  }

  const existing = (id: unknown): Post => {
    const found = store.posts.get(numbered('tweet_id', id));
    if (!found) throw bad('tweet_id', id, 'The Tweet is deleted or not visible to you.');
    return found;
  };
  const repostOf = (id: string) =>
    [...store.posts.values()].find((one) => one.authorId === brand.id && one.reposted === id);

  return [
    {
      method: 'POST',
      path: /^\/2\/tweets$/,
      limit: 100,
      takes: [
        'text',
        'reply',
        'media',
        'quote_tweet_id',
        'direct_message_deep_link',
        'for_super_followers_only',
        'reply_settings',
      ],
      status: 201,
      answer: post,
    },
    {
      method: 'DELETE',
      path: /^\/2\/tweets\/(\d+)$/,
      limit: 50,
      takes: [],
      answer: (call) => ({ data: { deleted: store.remove(ownPost(call.ids[0] ?? '').id) } }),
    },
    {
      method: 'PUT',
      path: /^\/2\/tweets\/(\d+)\/hidden$/,
      limit: 50,
      takes: ['hidden'],
      answer(call) {
        const { hidden } = call.body;
        if (typeof hidden !== 'boolean') throw bad('hidden', hidden, '$.hidden: is not a boolean');
        const target = existing(call.ids[0]);
        if (store.posts.get(target.conversationId)?.authorId !== brand.id || target.repliedTo === undefined)
          throw forbidden('You can only hide replies in conversations that you started.');
        target.isHidden = hidden;
        return { data: { hidden } };
      },
    },
    {
      method: 'POST',
      path: /^\/2\/users\/(\d+)\/retweets$/,
      limit: 50,
      takes: ['tweet_id'],
      answer(call) {
        mine(call);
        const target = existing(call.body.tweet_id);
        if (repostOf(target.id)) throw forbidden('You have already Retweeted this Tweet.');
        const at = now();
        const id = store.nextId(at);
        const text = `RT @${store.accounts.get(target.authorId)?.username}: ${target.text}`;
        store.put({
          id,
          authorId: brand.id,
          text,
          at,
          conversationId: id,
          reposted: target.id,
          media: [],
          history: [id],
        });
        return { data: { retweeted: true, rest_id: id } };
      },
    },
    {
      method: 'DELETE',
      path: /^\/2\/users\/(\d+)\/retweets\/(\d+)$/,
      limit: 50,
      takes: [],
      answer(call) {
        mine(call);
        const repost = repostOf(call.ids[1] ?? '');
        if (repost) store.posts.delete(repost.id);
        return { data: { retweeted: false } };
      },
    },
    {
      method: 'POST',
      path: /^\/2\/users\/(\d+)\/likes$/,
      limit: 50,
      takes: ['tweet_id'],
      answer(call) {
        mine(call);
        enterprise();
        existing(call.body.tweet_id).likes.add(brand.id);
        return { data: { liked: true } };
      },
    },
    {
      method: 'DELETE',
      path: /^\/2\/users\/(\d+)\/likes\/(\d+)$/,
      limit: 50,
      takes: [],
      answer(call) {
        mine(call);
        enterprise();
        existing(call.ids[1]).likes.delete(brand.id);
        return { data: { liked: false } };
      },
    },
    ...directing({ store, uploads, brand, now }),
    ...uploads.endpoints,
  ];
}
