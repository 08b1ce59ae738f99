import { z } from 'zod';
import { type Cursor, type Pulled, Trouble } from '../../core/channel/connector.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { widestGap } from '../shared/gap.ts';
import { type PulledEntry, pulledEntry } from '../shared/pulled-entry.ts';
import { id as Id, moment } from '../shared/shapes.ts';
import type { Api, Query } from './api.ts';
import { OTHERS_POSTS, OWN_POSTS } from './asking.ts';
import { beside } from './beside.ts';
import { type Mark, PostsCursor } from './mark.ts';
import { troubleOf } from './outcome.ts';
import { NO_LIST, pageIn } from './page.ts';
import { DEAREST, type Priced, type Spender, type Spending } from './spending.ts';
import { type Walked, type WalkedPost, type WalkPage, type WalkRules, walk } from './walk.ts';

export interface Reading {
  readonly api: Api;
  readonly account: ExternalAccountId;
  readonly spending: Spending;
  readonly now: Date;
  /** Our newest posts, newest first. */
  readonly own: readonly string[];
}
export interface List {
  readonly key: string;
  readonly path: string;
  readonly query: Query;
  readonly spender: Spender;
  readonly priced: Priced;
  /** How the next page is asked for. */
  readonly tokenName: 'pagination_token' | 'next_token';
  readonly rules: Pick<WalkRules, 'historyMs' | 'overlapMs' | 'reachMs' | 'most' | 'sizes'>;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const SEARCH_REACH_MS = 7 * DAY_MS;
/** The network lists the latest 800 mentions (X docs, "Timelines", as of 2026-08), and 3,200 of one's own posts (long so). */
const MOST_MENTIONS = 800;
const MOST_OWN = 3_200;
const OWN_REMEMBERED = 200;
/** As many as fit into a search of 512 characters. */
const QUOTED_AT_ONCE = 10;

export function pullMentions(reading: Reading, cursor: Cursor | null, historyMs: number): Promise<Pulled> {
  const rules = { historyMs, overlapMs: 2 * MINUTE_MS, reachMs: null, most: MOST_MENTIONS, sizes: [5, 100] } as const;
  const path = `/2/users/${reading.account}/mentions`;
  const list = { key: 'mentions', path, query: OTHERS_POSTS, spender: 'mentions', priced: 'own' } as const;
  return pullLists(reading, cursor, [{ ...list, tokenName: 'pagination_token', rules }]);
}

/** One of the searches is not in the syntax of X, or uses a word that the plan does not have. */
export class OddSearch extends Trouble {
  readonly words: string;
  constructor(words: string, why: string) {
    super('misconfigured', `X does not understand the search ${words}: ${why}`);
    this.words = words;
  }
}

/** What the account itself said, wherever it was typed. */
export async function pullOwn(reading: Reading, cursor: Cursor | null, historyMs: number): Promise<Pulled> {
  const rules = { historyMs, overlapMs: 2 * MINUTE_MS, reachMs: null, most: MOST_OWN, sizes: [5, 100] } as const;
  const path = `/2/users/${reading.account}/tweets`;
  const query = { ...OWN_POSTS, exclude: 'retweets' };
  const list = { key: 'posts', path, query, spender: 'posts', priced: 'own' } as const;
  return pullLists(reading, cursor, [{ ...list, tokenName: 'pagination_token', rules }]);
}

/** Quotes do not mention, so they are looked for by what they quote. */
export async function pullQuotes(reading: Reading, cursor: Cursor | null, handle: string): Promise<Pulled> {
  if (reading.own.length === 0) return { entries: [], cursor, more: false };
  const quoted = reading.own.slice(0, QUOTED_AT_ONCE).map((id) => `quotes_of_tweet_id:${id}`);
  // a post of ours is known some minutes after it was quoted for the first time
  const rules = { historyMs: DAY_MS, overlapMs: 15 * MINUTE_MS };
  return pullLists(reading, cursor, [searchFor('quotes', `(${quoted.join(' OR ')}) -from:${handle}`, 'quotes', rules)]);
}

export function pullSearch(
  reading: Reading,
  cursor: Cursor | null,
  { keywords, handle, historyMs }: { keywords: readonly string[]; handle: string; historyMs: number },
): Promise<Pulled> {
  const rules = { historyMs, overlapMs: 2 * MINUTE_MS };
  const lists = keywords.map((words) => searchFor(words, searchQuery(words, handle), 'search', rules));
  return pullLists(reading, cursor, lists);
}

/** What mentions us comes with the mentions, and would be paid for twice. */
export const searchQuery = (words: string, handle: string): string =>
  `(${words}) -from:${handle} -@${handle} -is:retweet`;

export const SEARCH_PATH = '/2/tweets/search/recent';
export const searchFor = (
  key: string,
  query: string,
  spender: Spender,
  rules: Pick<WalkRules, 'historyMs' | 'overlapMs'>,
): List => ({
  key,
  path: SEARCH_PATH,
  query: { ...OTHERS_POSTS, query, sort_order: 'recency' },
  spender,
  priced: 'post',
  tokenName: 'next_token',
  rules: { ...rules, reachMs: SEARCH_REACH_MS, most: null, sizes: [10, 100] },
});

async function pullLists(reading: Reading, cursor: Cursor | null, lists: readonly List[]): Promise<Pulled> {
  const before = PostsCursor.safeParse(cursor).data ?? { marks: {}, own: [] };
  // a search that is left out for a while keeps its place
  const marks: Record<string, Mark> = { ...before.marks };
  const walks: Walked[] = [];
  for (const list of lists) {
    const mark = before.marks[list.key] ?? null;
    const isResting = reading.api.restsUntil(list.path) !== undefined;
    const walked = isResting
      ? { fresh: [], isHistory: false, mark, more: false }
      : await walk(mark, rulesOf(reading, list));
    if (walked.mark) marks[list.key] = walked.mark;
    walks.push(walked);
  }
  const fresh = walks.flatMap((walked) => walked.fresh.map((post) => ({ post, isHistory: walked.isHistory })));
  const isOwn = lists[0]?.key === 'posts';
  const newestFirst = isOwn ? fresh.map(({ post }) => post.id).toReversed() : [];
  const own = [...new Set([...newestFirst, ...before.own])].slice(0, OWN_REMEMBERED);
  const gap = widestGap(walks.flatMap((walked) => walked.gap ?? []));
  const next: PostsCursor = { marks, own, spent: reading.spending.day() };
  return {
    entries: fresh.map(({ post, isHistory }) => entryOf(post, reading.own, isHistory)),
    cursor: next,
    more: walks.some(({ more }) => more),
    quota: reading.spending.quota(),
    ...(gap ? { gap } : {}),
  };
}

/** One post as the ledger keeps it. `own`: our newest posts, below which a thread is ours. */
export function entryOf({ raw, includes }: Read, own: readonly string[], isHistory: boolean): PulledEntry {
  const root = Root.safeParse(raw).data?.conversation_id;
  const isOurRoot = root !== undefined && own.includes(root);
  return pulledEntry({ post: raw, includes: beside(raw, includes), ...(isOurRoot ? { isOurRoot } : {}) }, isHistory);
}
type Read = Pick<WalkedPost, 'raw' | 'includes'>;

const Root = z.looseObject({ conversation_id: Id });
const Stamped = z.looseObject({ id: Id, created_at: moment });
const WithId = z.looseObject({ id: Id });

export function rulesOf({ api, spending, now }: Reading, list: List): WalkRules {
  const dearest = list.spender === 'posts' ? DEAREST.own : DEAREST.others;
  return {
    ...list.rules,
    now,
    affordable: () => spending.leftFor(list.spender, dearest),
    page: async (bounds, token) =>
      readPage({ api, spending }, list, { ...list.query, ...bounds, [list.tokenName]: token }),
  };
}

/** One page, paid for. */
export async function readPage(
  { api, spending }: Pick<Reading, 'api' | 'spending'>,
  list: Pick<List, 'key' | 'path' | 'spender' | 'priced'>,
  query: Query,
): Promise<WalkPage & { readonly usd: number }> {
  const answer = await api.get(list.path, query);
  if (!answer.ok && answer.status === 400 && list.spender === 'search') throw new OddSearch(list.key, answer.detail);
  if (!answer.ok) throw troubleOf(answer);
  const found = pageIn(answer.body);
  if (!found) throw new Trouble('unavailable', NO_LIST);
  const { data, includes, meta } = found;
  const posts = data.flatMap((raw) => {
    const read = Stamped.safeParse(raw).data;
    return read ? [{ id: read.id, at: read.created_at.toISOString(), raw, includes }] : [];
  });
  const ids = posts.map(({ id }) => id);
  return { posts, next: meta.next_token, usd: payFor(spending, list, ids, includes) };
}

/** Posts, and what was named beside them. @returns US dollars */
export function payFor(
  spending: Spending,
  { spender, priced }: Pick<List, 'spender' | 'priced'>,
  ids: readonly string[],
  includes: Readonly<Record<string, unknown>>,
): number {
  const named = (name: string) => {
    const all = includes[name];
    return (Array.isArray(all) ? all : []).flatMap((one) => WithId.safeParse(one).data?.id ?? []);
  };
  return (
    spending.charge(spender, priced, ids) +
    spending.charge(spender, 'user', named('users')) +
    spending.charge(spender, 'post', [...named('tweets'), ...named('posts')])
  );
}
