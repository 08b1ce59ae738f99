import { type Call, fieldsOf } from './call.ts';
import { isLater } from './ids.ts';
import { invalid, notFound } from './refusal.ts';
import type { Account, MediaFile, Post, Store } from './store.ts';
import type { Views } from './views.ts';

const DAY_MS = 86_400_000;
const SEVEN_DAYS_MS = 7 * DAY_MS;
const NOT_YET_MS = 10_000;

/** A page of posts between the bounds that were asked for. `tokenNames`: how this list is paged. */
export function pageOfPosts(
  call: Call,
  posts: readonly Post[],
  size: number,
  tokenName: string,
): { readonly items: readonly Post[]; readonly next: string | undefined } {
  const since = idIn(call, 'since_id');
  const until = idIn(call, 'until_id');
  const from = timeIn(call, 'start_time');
  const to = timeIn(call, 'end_time');
  const below = tokenIn(call, tokenName);
  const within = posts.filter(
    ({ id, at }) =>
      (since === null || isLater(id, since)) &&
      (until === null || isLater(until, id)) &&
      (below === null || isLater(below, id)) &&
      (from === null || at >= from) &&
      (to === null || at < to),
  );
  const items = within.slice(0, size);
  const last = items.at(-1);
  return { items, next: within.length > size && last ? tokenFor(last.id) : undefined };
}

export const tokenFor = (id: string): string => Buffer.from(`b26v89c19zqg8o3f${id}`).toString('base64url');
export function tokenIn(call: Call, name: string): string | null {
  const token = call.query.get(name);
  if (token === null) return null;
  const id = /^b26v89c19zqg8o3f(\d+)$/.exec(Buffer.from(token, 'base64url').toString())?.[1];
  if (id === undefined) throw invalid(name, token, `The \`${name}\` query parameter value [${token}] is not valid`);
  return id;
}
function idIn(call: Call, name: string): string | null {
  const id = call.query.get(name);
  if (id !== null && !/^\d{1,19}$/.test(id))
    throw invalid(name, id, `The \`${name}\` query parameter value [${id}] is not valid`);
  return id;
}
export function timeIn(call: Call, name: string): Date | null {
  const text = call.query.get(name);
  if (text === null) return null;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text) || Number.isNaN(Date.parse(text)))
    throw invalid(name, text, `The \`${name}\` query parameter value [${text}] is not a valid RFC3339 date-time`);
  return new Date(text);
}

/** Recent search looks at seven days, and does not begin below them, nor with what is not to be searched yet. */
export function refuseOld(call: Call, store: Store, now: Date): void {
  const edge = now.getTime() - SEVEN_DAYS_MS;
  const start = timeIn(call, 'start_time');
  if (start && start.getTime() < edge)
    throw invalid(
      'start_time',
      start.toISOString(),
      `Invalid 'start_time':'${start.toISOString()}'. 'start_time' must be on or after ${new Date(edge).toISOString()}.`,
    );
  if (start && start.getTime() > now.getTime() - NOT_YET_MS)
    throw invalid(
      'start_time',
      start.toISOString(),
      `Invalid 'start_time':'${start.toISOString()}'. 'start_time' must be a minimum of 10 seconds prior to the request time.`,
    );
  const since = idIn(call, 'since_id');
  const known = since === null ? undefined : store.posts.get(since);
  if (since !== null && known && known.at.getTime() < edge)
    throw invalid(
      'since_id',
      since,
      `'since_id' must be a tweet id created after ${new Date(edge).toISOString()}. Please use a 'since_id' that is larger.`,
    );
}

/** What was asked for beside the list, each once. */
export function besides(
  call: Call,
  store: Store,
  views: Views,
  posts: readonly Post[],
  extra: { readonly users?: readonly string[]; readonly media?: readonly MediaFile[] } = {},
) {
  const expansions = fieldsOf(call, 'expansions');
  const pointedAt = posts.flatMap(({ repliedTo, quoted, reposted }) =>
    [repliedTo, quoted, reposted].flatMap((id) => id ?? []),
  );
  const wanted = expansions.has('referenced_tweets.id') ? [...new Set(pointedAt)] : [];
  const tweets = wanted.flatMap((id) => store.posts.get(id) ?? []);
  const userIds = new Set([
    ...(expansions.has('author_id') ? posts.map(({ authorId }) => authorId) : []),
    ...(expansions.has('referenced_tweets.id.author_id') ? tweets.map(({ authorId }) => authorId) : []),
    ...(extra.users ?? []),
  ]);
  const users = [...userIds].flatMap((id): Account[] => {
    const account = store.accounts.get(id);
    return account ? [account] : [];
  });
  const media = expansions.has('attachments.media_keys')
    ? [...posts.flatMap((post) => post.media), ...(extra.media ?? [])]
    : [];
  const parts = {
    users: users.map((user) => views.user(user, fieldsOf(call, 'user.fields'))),
    tweets: tweets.map((post) => views.post(post, fieldsOf(call, 'tweet.fields'))),
    media: media.map((file) => views.media(file, fieldsOf(call, 'media.fields'))),
  };
  const includes = Object.fromEntries(Object.entries(parts).filter(([, list]) => list.length > 0));
  const errors = wanted.filter((id) => !store.posts.has(id)).map((id) => notFound('tweet', 'referenced_tweets.id', id));
  return {
    ...(Object.keys(includes).length > 0 ? { includes } : {}),
    ...(errors.length > 0 ? { errors } : {}),
  };
}
