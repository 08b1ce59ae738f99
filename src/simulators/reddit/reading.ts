import type { Lag } from '../lag.ts';
import { type Call, pageOf, type Route } from './call.ts';
import { status } from './refusal.ts';
import { readSearch } from './search.ts';
import {
  type AccountRecord,
  type CommentRecord,
  fullname,
  type MessageRecord,
  type Said,
  type Store,
} from './store.ts';
import type { Views } from './views.ts';

interface Parts {
  readonly store: Store;
  readonly views: Views;
  readonly viewer: AccountRecord;
  readonly lag: Lag;
  readonly now: () => Date;
  readonly isOdd: (query: string) => boolean;
}
const DAY_MS = 86_400_000;
/** Days. */
const SPANS: Readonly<Record<string, number>> = {
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 30,
  year: 365,
  all: Number.POSITIVE_INFINITY,
};
type Received = { readonly said: CommentRecord; readonly type: string } | { readonly message: MessageRecord };

/** The half of the API that answers with what stands there. */
export function reading({ store, views, viewer, lag, now, isOdd }: Parts): readonly Route[] {
  const newest = <Item>(items: readonly Item[], at: (item: Item) => Date) =>
    lag.arrived(items, at).toSorted((one, other) => at(other).getTime() - at(one).getTime());
  const all = () => [...store.said.values()];

  function list(call: Call, wanted: readonly Said[]) {
    const { items, after } = pageOf(
      call,
      newest(wanted, ({ at }) => at),
      fullname,
    );
    return views.listing(
      lag.disturbed(items).map((one) => views.thing(one)),
      after,
    );
  }

  /** Why a comment stands in the inbox; null when it does not. */
  function typeOf({ author, parent, text }: CommentRecord): string | null {
    if (author === viewer.name) return null;
    const above = store.said.get(parent);
    if (above?.author === viewer.name) return above.kind === 't3' ? 'post_reply' : 'comment_reply';
    return new RegExp(`(^|[^\\w/])/?u/${viewer.name}(?![\\w-])`, 'i').test(text) ? 'username_mention' : null;
  }

  function inbox(call: Call, isWanted: (received: Received) => boolean) {
    const comments = all().flatMap((said): Received[] => {
      const type = said.kind === 't1' ? typeOf(said) : null;
      return said.kind === 't1' && type !== null ? [{ said, type }] : [];
    });
    const messages = store.messages.filter(({ to }) => to === viewer.name).map((message): Received => ({ message }));
    const at = (one: Received) => ('said' in one ? one.said.at : one.message.at);
    const name = (one: Received) => fullname('said' in one ? one.said : one.message);
    const { items, after } = pageOf(call, newest([...comments, ...messages].filter(isWanted), at), name);
    const shown = lag.disturbed(items);
    return views.listing(
      shown.map((one) => ('said' in one ? views.inInbox(one.said, one.type) : views.message(one.message))),
      after,
    );
  }

  function open(name: string): string {
    const subreddit = store.subreddits.get(name.toLowerCase());
    if (!subreddit) throw status(404, { reason: 'banned' });
    if (subreddit.isPrivate) throw status(403, { reason: 'private' });
    return subreddit.name;
  }
  const openAll = (names: string) => new Set(names.split('+').map(open));

  return [
    {
      method: 'GET',
      path: /^\/api\/v1\/me$/,
      answer: () => ({
        id: viewer.id,
        name: viewer.name,
        icon_img: 'https://styles.redditmedia.com/a.png',
        is_suspended: false,
        total_karma: 812,
        has_verified_email: true,
        subreddit: { title: '', display_name: `u_${viewer.name}` },
      }),
    },
    { method: 'GET', path: /^\/message\/inbox$/, answer: (call) => inbox(call, () => true) },
    {
      method: 'GET',
      path: /^\/message\/mentions$/,
      answer: (call) => inbox(call, (one) => 'type' in one && one.type === 'username_mention'),
    },
    {
      method: 'GET',
      path: /^\/r\/([\w+]+)\/new$/,
      answer: (call, [names = '']) => {
        const wanted = openAll(names);
        return list(
          call,
          all().filter((one) => one.kind === 't3' && wanted.has(one.subreddit) && one.author !== null),
        );
      },
    },
    {
      method: 'GET',
      path: /^\/r\/([\w+]+)\/comments$/,
      answer: (call, [names = '']) => {
        const wanted = openAll(names);
        return list(
          call,
          all().filter((one) => one.kind === 't1' && wanted.has(one.subreddit) && one.author !== null),
        );
      },
    },
    {
      method: 'GET',
      path: /^\/r\/(\w+)\/about$/,
      answer: (_, [name = '']) => {
        const subreddit = store.subreddit(open(name));
        const user_is_moderator = subreddit.moderators.has(viewer.name);
        return { kind: 't5', data: { display_name: subreddit.name, user_is_moderator, subscribers: 1_204 } };
      },
    },
    {
      method: 'GET',
      path: /^\/user\/([\w-]+)\/(overview|comments|submitted)$/,
      answer: (call, [name = '', which]) =>
        list(
          call,
          all().filter(
            ({ author, kind }) =>
              author?.toLowerCase() === name.toLowerCase() &&
              (which === 'overview' || kind === (which === 'comments' ? 't1' : 't3')),
          ),
        ),
    },
    {
      method: 'GET',
      path: /^\/search$/,
      answer: (call) => {
        const query = call.query.get('q');
        const days = SPANS[call.query.get('t') ?? 'all'];
        if (!query || isOdd(query) || query.length > 512 || days === undefined) throw status(400);
        const since = now().getTime() - days * DAY_MS;
        const test = readSearch(query);
        const isFound = (one: Said) => one.kind === 't3' && one.at.getTime() >= since && test(one);
        return list(
          call,
          all().filter((one) => isFound(one) && one.author !== null && one.removedBy === null),
        );
      },
    },
    {
      method: 'GET',
      path: /^\/api\/info$/,
      answer: ({ query }) => {
        const names = (query.get('id') ?? '').split(',');
        if (names.length > 100) throw status(400);
        const found = names.flatMap((name) => store.said.get(name) ?? []);
        const shown = found.filter(({ subreddit }) => !store.subreddit(subreddit).isPrivate);
        return views.listing(
          shown.map((one) => views.thing(one)),
          null,
        );
      },
    },
  ];
}
