import { z } from 'zod';
import type { Cursor, Pulled } from '../../core/channel/connector.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { type PulledEntry, pulledEntry } from '../shared/pulled-entry.ts';
import { afterWalk, Marks, OddSearch, type SearchTurns } from '../shared/search-turns.ts';
import { Mark, type WalkItem, type WalkPage, walk } from '../shared/walk.ts';
import { type AccountCalls, field, textOf } from './account-calls.ts';
import type { DeletionWatch } from './deletion-watch.ts';
import type { ListenQuery } from './listen-queries.ts';
import { troubleOf } from './outcome.ts';
import { itemsOf, type PullTime } from './pull-posts.ts';
import type { XrpcFailure } from './xrpc.ts';

export interface Listening {
  readonly calls: AccountCalls;
  readonly turns: SearchTurns;
  readonly watch: DeletionWatch;
  readonly account: ExternalAccountId;
}

const ListenCursor = z.object({ marks: Marks, gone: z.array(z.string()) });
const PAGE = 100;
const GONE_REMEMBERED = 500;

/** What a search finds on one page, newest first. */
export async function readPage(
  { calls, turns }: Pick<Listening, 'calls' | 'turns'>,
  { q, lang }: ListenQuery,
  limit: number,
  cursor?: string,
): Promise<WalkPage> {
  turns.spend();
  const answer = await calls.get('app.bsky.feed.searchPosts', { q, lang, sort: 'latest', limit, cursor });
  if (!answer.ok)
    throw isOdd(answer) ? new OddSearch(`Bluesky does not search for ${q}: ${answer.message}`) : troubleOf(answer);
  const { items, count } = itemsOf(answer.body, 'posts');
  return { items, next: count === 0 ? undefined : textOf(answer.body, 'cursor') };
}

/** Words against the question itself, and neither against the login nor against us asking so often. */
const isOdd = (failure: XrpcFailure): boolean =>
  failure.status >= 400 && failure.status < 429 && troubleOf(failure).kind === 'unavailable';

/** Everybody's posts that rules listen for. Each query has a mark of its own; a new one begins some days back. */
export async function pullListen(
  listening: Listening,
  queries: readonly ListenQuery[],
  cursor: Cursor | null,
  now: () => Date,
  historyMs: number,
): Promise<Pulled> {
  const { turns, account } = listening;
  const { marks, gone } = ListenCursor.safeParse(cursor).data ?? { marks: {}, gone: [] };
  const told = new Set<string>();
  const turned = await turns.pull(queries, marks, now, async (query, mark) => {
    const known = Mark.safeParse(mark).data ?? null;
    const time: PullTime = { now: now(), historyMs };
    const walked = await walk(known, (page) => readPage(listening, query, PAGE, page), time);
    const fresh = walked.fresh.filter(({ uri, raw }) => !told.has(uri) && !isOwn(raw, account));
    for (const { uri } of fresh) told.add(uri);
    const entries = fresh.map((item) => foundEntry(item, query, walked.isHistory));
    return { entries, ...afterWalk(walked) };
  });
  const deleted = turned.more || turned.isLimited ? [] : await lookAgain(listening, turned.marks, gone);
  return {
    entries: [...turned.entries, ...deleted.map((uri) => goneEntry(uri, now()))],
    cursor: { marks: turned.marks, gone: [...deleted, ...gone].slice(0, GONE_REMEMBERED) } as Cursor,
    more: turned.more,
  };
}

export const foundEntry = ({ raw }: WalkItem, { q }: ListenQuery, isHistory: boolean): PulledEntry =>
  pulledEntry({ post: raw, keyword: q }, isHistory);
const goneEntry = (uri: string, at: Date): PulledEntry =>
  pulledEntry({ deleted: { uri, at: at.toISOString() } }, false);

/** What the account wrote itself is read with its own posts. */
export const isOwn = (raw: unknown, account: ExternalAccountId): boolean =>
  field(field(raw, 'author'), 'did') === account;

/** One look for all queries together, whose newest posts are mostly the same. */
async function lookAgain({ watch, turns }: Listening, marks: Marks, gone: readonly string[]): Promise<string[]> {
  const known = new Set(gone);
  const seen = new Set(Object.values(marks).flatMap((mark) => Mark.safeParse(mark).data?.seen ?? []));
  const posts = [...seen].filter((uri) => !known.has(uri)).toSorted(byTime);
  if (posts.length > 0) turns.spend();
  return watch.look(posts);
}

/** Newest first: a record's key is made from the time. */
const byTime = (a: string, b: string): number => (keyIn(a) < keyIn(b) ? 1 : -1);
const keyIn = (uri: string): string => uri.slice(uri.lastIndexOf('/'));
