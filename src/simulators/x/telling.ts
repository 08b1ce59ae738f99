import type { Sending } from './delivery.ts';
import type { Hooks } from './hooks.ts';
import type { Standing } from './server.ts';
import type { Account, DirectMessage, Post, Store } from './store.ts';
import { createV1View } from './v1-view.ts';
import type { Views } from './views.ts';

export interface TellingParts {
  readonly store: Store;
  readonly views: Views;
  readonly brand: Account;
  readonly standing: Standing;
  readonly hooks: Hooks;
  readonly push: (sending: Sending) => void;
}

const POST = new Set([
  'author_id',
  'created_at',
  'conversation_id',
  'lang',
  'public_metrics',
  'in_reply_to_user_id',
  'referenced_tweets',
  'entities',
  'attachments',
]);
const USER = new Set(['profile_image_url', 'public_metrics', 'verified', 'protected', 'created_at']);

/** Tells webhooks what happens, by both services, to whoever is subscribed. */
export function startTelling({ store, views, brand, standing, hooks, push }: TellingParts): void {
  const old = createV1View(store, views);
  let told = 0;

  /** Of the newer service: each subscription has an event of its own. */
  function tell(kind: string, payload: object, includes?: object): void {
    for (const { event_type, filter, tag, webhook_id } of hooks.subscriptions.values()) {
      const hook = hooks.hooks.get(webhook_id ?? '');
      if (!standing.hasActivity || event_type !== kind || filter.user_id !== brand.id || !hook?.valid) continue;
      told += 1;
      // some are below zero
      const event_uuid = String(told % 2 === 0 ? -4_410_000_000_000_000 - told : 2_051_000_000_000_000 + told);
      push({
        url: hook.url,
        body: {
          data: { event_uuid, filter, event_type, ...(tag ? { tag } : {}), payload, ...(includes ? { includes } : {}) },
        },
      });
    }
  }
  function tellOld(body: object): void {
    for (const id of hooks.accounts) {
      const hook = hooks.hooks.get(id);
      if (standing.hasAccountActivity && hook?.valid) push({ url: hook.url, body: { for_user_id: brand.id, ...body } });
    }
  }
  const tellPost = (kind: string, post: Post) => {
    const shown = views.post(post, POST);
    const payload = post.repliedTo === undefined ? shown : { ...shown, in_reply_to_tweet_id: post.repliedTo };
    const author = store.accounts.get(post.authorId);
    const users = [author, brand].flatMap((one) => (one ? [views.user(one, USER)] : []));
    tell(kind, payload, { users, tweets: [shown] });
  };

  store.onPost((post) => {
    if (post.reposted !== undefined) return;
    const isOurs = post.authorId === brand.id;
    const isAnswer = store.posts.get(post.repliedTo ?? '')?.authorId === brand.id;
    const isQuote = store.posts.get(post.quoted ?? '')?.authorId === brand.id;
    const names = (text: string) => store.mentioned(text).some(({ account }) => account.id === brand.id);
    if (isOurs) tellPost('post.create', post);
    else {
      // the names that the network puts before an answer are no mentions
      if (names(post.repliedTo === undefined ? post.text : post.text.replace(/^(?:@\w+ )+(?=\S)/, '')))
        tellPost('post.mention.create', post);
      if (isAnswer) tellPost('post.reply.create', post);
      if (isQuote) tellPost('post.quote.create', post);
    }
    if (isOurs || isAnswer || isQuote || names(post.text)) tellOld({ tweet_create_events: [old.post(post)] });
  });
  store.onGone((post) => {
    if (post.authorId !== brand.id) return;
    tell('post.delete', { id: post.id, author_id: brand.id }, { users: [{ data: views.user(brand, USER) }] });
    tellOld({
      tweet_delete_events: [{ status: { id: post.id, user_id: brand.id }, timestamp_ms: String(post.at.getTime()) }],
    });
  });
  store.onMessage((message: DirectMessage) => {
    if (!message.conversationId.split('-').includes(brand.id)) return;
    // of a file it would have to be told where it is
    if (message.media.length > 0) return;
    tell(message.senderId === brand.id ? 'dm.sent' : 'dm.received', old.direct(message, 'new'));
    tellOld({ ...old.direct(message, 'old'), apps: {} });
  });
}
