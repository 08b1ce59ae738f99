import { z } from 'zod';
import type { Cursor, Pulled } from '../../core/channel/connector.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { pulledEntry } from '../shared/pulled-entry.ts';
import { Mark, type Walked, type WalkItem, type WalkPage, walk } from '../shared/walk.ts';
import { type AccountCalls, field, isFailure, listOf, textOf } from './account-calls.ts';
import type { DeletionWatch } from './deletion-watch.ts';
import { troubleOf } from './outcome.ts';

export interface PullTime {
  readonly now: Date;
  readonly historyMs: number;
}

const Named = z.looseObject({ uri: z.string(), indexedAt: z.string() });
const HYDRATED = new Set(['mention', 'reply', 'quote']);

/** What concerns the account: mentions, replies, quotes, likes, reposts. */
export async function pullNotifications(
  calls: AccountCalls,
  watch: DeletionWatch,
  cursor: Cursor | null,
  time: PullTime,
): Promise<Pulled> {
  const reasons = ['mention', 'reply', 'quote', 'like', 'repost'];
  // an owner who wants to be told of people they follow only has said so for their phone, not for the desk
  const query = { limit: 100, reasons, priority: 'false' };
  const page = pageOf(calls, 'app.bsky.notification.listNotifications', query, 'notifications', same);
  const walked = await walk(readMark(cursor), page, time);
  const said = walked.fresh.filter(({ raw }) => HYDRATED.has(textOf(raw, 'reason') ?? ''));
  const views = await calls.posts(said.map(({ uri }) => uri));
  return finish(walked, watch, time, ({ uri, raw }) => {
    const post = isFailure(views) ? undefined : views.get(uri)?.raw;
    return { notification: raw, ...(post === undefined ? {} : { post }) };
  });
}

/** The account's own posts and answers, wherever they were typed. */
export async function pullOwnPosts(
  calls: AccountCalls,
  watch: DeletionWatch,
  account: ExternalAccountId,
  cursor: Cursor | null,
  time: PullTime,
): Promise<Pulled> {
  const query = { actor: account, filter: 'posts_with_replies', limit: 50 };
  // reposts stand at the time of the repost, not of the post
  const post = (one: unknown) => (field(one, 'reason') === undefined ? field(one, 'post') : undefined);
  const page = pageOf(calls, 'app.bsky.feed.getAuthorFeed', query, 'feed', post);
  return finish(await walk(readMark(cursor), page, time), watch, time, ({ raw }) => ({ post: raw }));
}

const SearchCursor = z.record(z.string(), Mark);

/** Everybody's posts that contain a keyword. Each keyword has a mark of its own; a new one begins with its history. */
export async function pullSearch(
  calls: AccountCalls,
  watch: DeletionWatch,
  keywords: readonly string[],
  cursor: Cursor | null,
  time: PullTime,
): Promise<Pulled> {
  const marks = SearchCursor.safeParse(cursor).data ?? {};
  const pulls: Pulled[] = [];
  const next: Record<string, Cursor> = {};
  for (const keyword of keywords) {
    const query = { q: keyword, sort: 'latest', limit: 100 };
    const page = pageOf(calls, 'app.bsky.feed.searchPosts', query, 'posts', same);
    const walked = await walk(marks[keyword] ?? null, page, time);
    const pulled = await finish(walked, watch, time, ({ raw }) => ({ post: raw, keyword }));
    pulls.push(pulled);
    next[keyword] = pulled.cursor;
  }
  return { entries: pulls.flatMap(({ entries }) => entries), cursor: next, more: pulls.some(({ more }) => more) };
}

const same = (one: unknown) => one;

function pageOf(
  calls: AccountCalls,
  nsid: string,
  query: Readonly<Record<string, string | number | readonly string[]>>,
  name: string,
  take: (one: unknown) => unknown,
) {
  return async (cursor: string | undefined): Promise<WalkPage> => {
    const answer = await calls.get(nsid, { ...query, cursor });
    if (!answer.ok) throw troubleOf(answer);
    const { items, count } = itemsOf(answer.body, name, take);
    return { items, next: count === 0 ? undefined : textOf(answer.body, 'cursor') };
  };
}

/** What of a list can be walked, and how much stood there. */
export function itemsOf(body: unknown, name: string, take: (one: unknown) => unknown = same) {
  const list = listOf(body, name);
  const items = list.flatMap((one): WalkItem[] => {
    const raw = take(one);
    const named = Named.safeParse(raw).data;
    const at = new Date(named?.indexedAt ?? Number.NaN);
    return named && !Number.isNaN(at.getTime()) ? [{ uri: named.uri, at, raw }] : [];
  });
  return { items, count: list.length };
}

/** A cursor that cannot be read is one of another version: the walk begins anew, and what is known already is known. */
const readMark = (cursor: Cursor | null): Mark | null => Mark.safeParse(cursor).data ?? null;

const GONE_REMEMBERED = 100;

async function finish(
  { fresh, isHistory, mark, more }: Walked,
  watch: DeletionWatch,
  { now }: PullTime,
  body: (item: WalkItem) => object,
): Promise<Pulled> {
  const entries = fresh.map((item) => pulledEntry(body(item), isHistory));
  const gone = more ? [] : await watch.look(mark.seen.filter((uri) => !mark.gone.includes(uri)));
  for (const uri of gone) entries.push(pulledEntry({ deleted: { uri, at: now.toISOString() } }, false));
  return { entries, cursor: { ...mark, gone: [...gone, ...mark.gone].slice(0, GONE_REMEMBERED) }, more };
}
