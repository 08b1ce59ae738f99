import type { Lag } from '../lag.ts';
import { type Endpoint, limitOf, pageOf } from './call.ts';
import { invalid, Refusal } from './refusal.ts';
import { search } from './search.ts';
import type { Account, Store } from './store.ts';
import type { Views } from './views.ts';

/** The half of the network that has read everything: notifications, search, threads, profiles. */
export function reading(store: Store, views: Views, lag: Lag): Readonly<Record<string, Endpoint>> {
  const account = (actor: string | null): Account => {
    const found = store.account(actor ?? '');
    if (!found) throw new Refusal(400, 'InvalidRequest', 'Profile not found');
    return found;
  };
  const key = ({ uri, indexedAt }: { uri: string; indexedAt: Date }) => `${indexedAt.toISOString()} ${uri}`;
  const newestFirst = <Item>(items: readonly Item[], keyed: (item: Item) => string) =>
    items.toSorted((a, b) => (keyed(a) < keyed(b) ? 1 : -1));

  return {
    'app.bsky.notification.listNotifications': (call) => {
      const { did } = call.bearer();
      const reasons = call.query.getAll('reasons');
      const mine = lag.arrived(
        store.notices.filter(({ to, reason }) => to === did && (reasons.length === 0 || reasons.includes(reason))),
        ({ record }) => record.indexedAt,
      );
      const keyed = (notice: (typeof mine)[number]) => key(notice.record);
      const { items, cursor } = pageOf(newestFirst(mine, keyed), keyed, call.query.get('cursor'), limitOf(call, 50));
      const notifications = lag
        .disturbed(items)
        .map(({ record, reason, reasonSubject }) => views.notification(record, reason, reasonSubject));
      return { notifications, ...(cursor ? { cursor } : {}), priority: false };
    },
    'app.bsky.notification.getUnreadCount': (call) => ({
      count: store.notices.filter(({ to }) => to === call.bearer().did).length,
    }),
    'app.bsky.feed.getPosts': (call) => {
      const { did } = call.bearer();
      const uris = call.query.getAll('uris');
      if (uris.length === 0 || uris.length > 25) throw invalid('Error: uris must have between 1 and 25 elements');
      return { posts: uris.flatMap((uri) => store.post(uri) ?? []).map((post) => views.post(post, did)) };
    },
    'app.bsky.feed.getPostThread': (call) => {
      const { did } = call.bearer();
      const uri = call.query.get('uri') ?? '';
      if (!store.post(uri)) throw new Refusal(400, 'NotFound', `Post not found: ${uri}`);
      const depth = Number(call.query.get('depth') ?? 6);
      return { thread: views.thread(uri, did, depth, Number(call.query.get('parentHeight') ?? 80)) };
    },
    'app.bsky.feed.searchPosts': (call) => {
      const { did } = call.bearer();
      const found = lag.arrived(search(store, call), ({ indexedAt }) => indexedAt);
      const { items, cursor } = pageOf(newestFirst(found, key), key, call.query.get('cursor'), limitOf(call, 25));
      const posts = lag.disturbed(items).map((post) => views.post(post, did));
      return { posts, ...(cursor ? { cursor } : {}), hitsTotal: found.length };
    },
    'app.bsky.feed.getAuthorFeed': (call) => {
      const { did } = call.bearer();
      const actor = account(call.query.get('actor'));
      const posts = store.posts.filter((post) => post.did === actor.did);
      const reposts = [...store.records.values()].filter(
        (one) => one.did === actor.did && one.collection === 'app.bsky.feed.repost',
      );
      const lines = [
        ...posts.map((post) => ({ sortKey: key(post), post, by: null })),
        ...reposts.flatMap((repost) => {
          const post = store.post((repost.value.subject as { uri: string }).uri);
          return post ? [{ sortKey: key(repost), post, by: repost }] : [];
        }),
      ];
      const keyed = ({ sortKey }: (typeof lines)[number]) => sortKey;
      const { items, cursor } = pageOf(newestFirst(lines, keyed), keyed, call.query.get('cursor'), limitOf(call, 50));
      const feed = items.map(({ post, by }) => ({
        post: views.post(post, did),
        ...(by
          ? {
              reason: {
                $type: 'app.bsky.feed.defs#reasonRepost',
                by: views.profileBasic(actor),
                uri: by.uri,
                indexedAt: by.indexedAt.toISOString(),
              },
            }
          : {}),
      }));
      return { feed, ...(cursor ? { cursor } : {}) };
    },
    'app.bsky.actor.getProfile': (call) => {
      call.bearer();
      return views.profile(account(call.query.get('actor')));
    },
    'com.atproto.identity.resolveHandle': ({ query }) => {
      const found = store.account(query.get('handle') ?? '');
      if (!found) throw invalid('Unable to resolve handle');
      return { did: found.did };
    },
  };
}
