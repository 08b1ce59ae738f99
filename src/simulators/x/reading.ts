import type { Lag } from '../lag.ts';
import { type Call, type Endpoint, fieldsOf, SHOWING, sizeOf } from './call.ts';
import { besides, pageOfPosts, refuseOld, tokenFor, tokenIn } from './listing.ts';
import { readQuery } from './query.ts';
import { forbidden, invalid, notFound } from './refusal.ts';
import { type Account, lineOf, type Post, type Store } from './store.ts';
import type { Views } from './views.ts';

export interface ReadingParts {
  readonly store: Store;
  readonly views: Views;
  readonly lag: Lag;
  readonly brand: Account;
  readonly now: () => Date;
  readonly isEnterprise: () => boolean;
  readonly isOdd: (query: string) => boolean;
}

const BOUNDS = ['max_results', 'since_id', 'until_id', 'start_time', 'end_time'];
const LATEST_MENTIONS = 800;
const MONTH_MS = 30 * 86_400_000;

export function reading({ store, views, lag, brand, now, isEnterprise, isOdd }: ReadingParts): readonly Endpoint[] {
  function list(call: Call, posts: readonly Post[], size: number, tokenName: string) {
    const arrived = lag.arrived(posts, ({ at }) => at);
    const { items, next } = pageOfPosts(call, arrived, size, tokenName);
    const [newest] = items;
    const meta = {
      result_count: items.length,
      ...(newest ? { newest_id: newest.id, oldest_id: items.at(-1)?.id } : {}),
      ...(next === undefined ? {} : { next_token: next }),
    };
    // an empty page has no data at all
    if (items.length === 0) return { meta };
    const data = lag.disturbed(items).map((post) => views.post(post, fieldsOf(call, 'tweet.fields')));
    return { data, ...besides(call, store, views, items), meta };
  }
  const mine = (call: Call) => {
    if (call.ids[0] !== brand.id) throw forbidden();
  };
  const names = (post: Post) => store.mentioned(post.text).some(({ account }) => account.id === brand.id);

  function messages(call: Call, conversation: string | null) {
    const size = sizeOf(call, 1, 100, 100);
    const below = tokenIn(call, 'pagination_token');
    const edge = now().getTime() - MONTH_MS;
    const all = lag
      .arrived(store.messagesNewestFirst(), ({ at }) => at)
      .filter(({ conversationId, at }) =>
        conversation === null
          ? conversationId.split('-').includes(brand.id) && at.getTime() > edge
          : conversationId === conversation,
      )
      .filter(({ id }) => below === null || BigInt(id) < BigInt(below));
    const items = all.slice(0, size);
    const last = items.at(-1);
    const meta = {
      result_count: items.length,
      ...(all.length > size && last ? { next_token: tokenFor(last.id) } : {}),
    };
    if (items.length === 0) return { meta };
    const expansions = fieldsOf(call, 'expansions');
    const users = expansions.has('sender_id') ? [...new Set(items.map(({ senderId }) => senderId))] : [];
    const media = items.flatMap((one) => one.media);
    return {
      data: lag.disturbed(items).map((one) => views.direct(one, fieldsOf(call, 'dm_event.fields'))),
      ...besides(call, store, views, [], { users, media }),
      meta,
    };
  }
  const MESSAGE_PARAMETERS = [...SHOWING, 'max_results', 'pagination_token', 'event_types'];

  return [
    {
      method: 'GET',
      path: /^\/2\/users\/me$/,
      limit: 75,
      takes: SHOWING,
      answer: (call) => ({ data: views.user(brand, fieldsOf(call, 'user.fields')) }),
    },
    {
      method: 'GET',
      path: /^\/2\/users\/(\d+)$/,
      limit: 900,
      takes: SHOWING,
      answer(call) {
        const id = call.ids[0] ?? '';
        const user = store.accounts.get(id);
        return user
          ? { data: views.user(user, fieldsOf(call, 'user.fields')) }
          : { errors: [notFound('user', 'id', id)] };
      },
    },
    {
      method: 'GET',
      path: /^\/2\/users\/(\d+)\/mentions$/,
      limit: 300,
      takes: [...SHOWING, ...BOUNDS, 'pagination_token'],
      isDelivery: true,
      answer(call) {
        mine(call);
        const all = store
          .postsNewestFirst()
          .filter((post) => names(post) && post.authorId !== brand.id && post.reposted === undefined);
        return list(call, all.slice(0, LATEST_MENTIONS), sizeOf(call, 5, 100, 10), 'pagination_token');
      },
    },
    {
      method: 'GET',
      path: /^\/2\/users\/(\d+)\/tweets$/,
      limit: 900,
      takes: [...SHOWING, ...BOUNDS, 'pagination_token', 'exclude'],
      answer(call) {
        const exclude = call.query.get('exclude')?.split(',') ?? [];
        const all = store
          .postsNewestFirst()
          .filter(({ authorId }) => authorId === call.ids[0])
          .filter(({ reposted }) => reposted === undefined || !exclude.includes('retweets'))
          .filter(({ repliedTo }) => repliedTo === undefined || !exclude.includes('replies'));
        return list(call, all, sizeOf(call, 5, 100, 10), 'pagination_token');
      },
    },
    {
      method: 'GET',
      path: /^\/2\/tweets\/search\/recent$/,
      limit: 300,
      takes: [...SHOWING, ...BOUNDS, 'next_token', 'pagination_token', 'query', 'sort_order'],
      isDelivery: true,
      answer(call) {
        const query = call.query.get('query') ?? '';
        const most = isEnterprise() ? 4_096 : 512;
        if (query.length === 0 || query.length > most)
          throw invalid('query', query, `Query is empty or longer than ${most} characters`);
        if (isOdd(query)) throw invalid('query', query, 'There were errors processing your request');
        const test = readQuery(query, store);
        refuseOld(call, store, now());
        const edge = now().getTime() - 7 * 86_400_000;
        const all = store.postsNewestFirst().filter((post) => post.at.getTime() >= edge && test(post));
        const token = call.query.has('next_token') ? 'next_token' : 'pagination_token';
        return list(call, all, sizeOf(call, 10, 100, 10), token);
      },
    },
    {
      method: 'GET',
      path: /^\/2\/tweets\/(\d+)$/,
      limit: 5_000,
      takes: SHOWING,
      answer(call) {
        const id = call.ids[0] ?? '';
        const post = store.posts.get(id);
        if (!post) return { errors: [notFound('tweet', 'id', id)] };
        return { data: views.post(post, fieldsOf(call, 'tweet.fields')), ...besides(call, store, views, [post]) };
      },
    },
    {
      method: 'GET',
      path: /^\/2\/dm_events$/,
      limit: 15,
      takes: MESSAGE_PARAMETERS,
      isDelivery: true,
      answer: (call) => messages(call, null),
    },
    {
      method: 'GET',
      path: /^\/2\/dm_conversations\/with\/(\d+)\/dm_events$/,
      limit: 15,
      takes: MESSAGE_PARAMETERS,
      answer: (call) => messages(call, lineOf(brand.id, call.ids[0] ?? '')),
    },
    {
      method: 'GET',
      path: /^\/2\/dm_conversations\/([\d-]+)\/dm_events$/,
      limit: 15,
      takes: MESSAGE_PARAMETERS,
      answer: (call) => messages(call, call.ids[0] ?? ''),
    },
  ];
}
