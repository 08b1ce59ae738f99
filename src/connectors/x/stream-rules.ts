import type { Search } from '../../core/listening/search.ts';
import { queriesOf } from './listen-queries.ts';
import { searchQuery } from './pull-posts.ts';

/** Characters of a rule on a self-serve plan. Source: X docs, "Filtered stream", as of 2026-08 (Enterprise: 2,048). */
const RULE_MOST = 1_024;

/** Which list would bring the same post, some time later. */
export type StreamedList = 'mentions' | 'search' | 'listen';

export interface Rule {
  /** What is looked for, in the syntax of a search. */
  readonly value: string;
  /** Whose it is: by it our own are told from those of other programs of the same app. */
  readonly tag: string;
}
export interface WantedRule extends Rule {
  readonly list: StreamedList;
}
export interface StandingRule extends Rule {
  readonly id: string;
}

export interface Wanted {
  readonly account: string;
  /** The name of the account just now. */
  readonly handle: string;
  /** Its mentions cost a fifth when they are read from their list. */
  readonly ownsApp: boolean;
  readonly keywords: readonly string[];
  readonly searches: readonly Search[];
}

const PREFIX = 'earshot:';
const tagFor = (account: string, what: string): string => `${PREFIX}${account}:${what}`;
/** Whose rule it is; null: another program's. */
const accountIn = (tag: string): string | null => /^earshot:(\d+):/.exec(tag)?.[1] ?? null;

/** What the stream is to bring an account: what the lists are asked for. */
export function rulesFor(wanted: Wanted): readonly WantedRule[] {
  const { account, handle, ownsApp, keywords, searches } = wanted;
  if (!/^\w+$/.test(handle)) return [];
  const mentions = ownsApp ? [] : [`@${handle} -from:${handle} -is:retweet`];
  const all = {
    mentions,
    search: keywords.map((words) => searchQuery(words, handle)),
    listen: searches.flatMap((search) => queriesOf(search, handle)).map(({ query }) => query),
  };
  return (['mentions', 'search', 'listen'] as const)
    .flatMap((list) =>
      [...new Set(all[list])].map((value, at) => ({ list, value, tag: tagFor(account, `${list}:${at + 1}`) })),
    )
    .filter(({ value }) => value.length <= RULE_MOST);
}

export interface Difference {
  readonly add: readonly Rule[];
  /** Ids. */
  readonly remove: readonly string[];
}

/**
 * What to change so that what is wanted stands. X keeps a rule once, whoever made it: what stands already is not added.
 *
 * @param accounts only rules that were made for these are ever taken away
 */
export function differenceOf(
  wanted: readonly Rule[],
  standing: readonly StandingRule[],
  accounts: ReadonlySet<string>,
): Difference {
  const values = new Set(wanted.map(({ value }) => value));
  const stands = new Set(standing.map(({ value }) => value));
  const missing = wanted.filter(({ value }) => !stands.has(value));
  return {
    add: [...new Map(missing.map(({ value, tag }) => [value, { value, tag }])).values()],
    remove: standing
      .filter(({ value, tag }) => !values.has(value) && accounts.has(accountIn(tag) ?? ''))
      .map(({ id }) => id),
  };
}
