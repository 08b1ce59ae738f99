import { z } from 'zod';
import type { Cursor, Pulled } from '../../core/channel/connector.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { type PulledEntry, pulledEntry } from '../shared/pulled-entry.ts';
import { afterWalk, Marks, OddSearch, type SearchTurns } from '../shared/search-turns.ts';
import { Mark, type WalkItem, type WalkPage, walk } from '../shared/walk.ts';
import type { Api } from './api.ts';
import type { ListenQuery } from './listen-queries.ts';
import { troubleOf } from './outcome.ts';
import type { Roots } from './roots.ts';
import { PAGE, pageIn } from './search-page.ts';

export interface Listening {
  /** Its calls count for the share of listening. */
  readonly api: Api;
  readonly turns: SearchTurns;
  readonly roots: Roots;
  readonly account: ExternalAccountId;
  /** The account's id on its own server. */
  readonly ownId: string;
}

const Facts = z.looseObject({
  visibility: z.string(),
  account: z.looseObject({ url: z.string().nullish(), uri: z.string().nullish() }),
});

/** The same calls, counted. */
export const counted = (api: Api, turns: SearchTurns): Api => ({
  ...api,
  get(path, query) {
    turns.spend();
    return api.get(path, query);
  },
});

/** What a query finds on one page, newest first. */
export async function readPage(api: Api, { path, params, words }: ListenQuery, below?: string): Promise<WalkPage> {
  const answer = await api.get(path, { ...params, limit: PAGE, max_id: below });
  if (answer.kind !== 'ok') {
    const isOdd = answer.kind === 'refused' && answer.status >= 400 && answer.status < 429 && answer.status !== 401;
    throw isOdd
      ? new OddSearch(`The server does not search for ${words}: ${answer.message || `error ${answer.status}`}.`)
      : troubleOf(answer);
  }
  return pageIn(answer.body);
}

/** Everybody's posts that rules listen for. Each query has a mark of its own; a new one begins some days back. */
export async function pullListen(
  listening: Listening,
  queries: readonly ListenQuery[],
  cursor: Cursor | null,
  now: () => Date,
  historyMs: number,
): Promise<Pulled> {
  const { api, turns, roots, account, ownId } = listening;
  const told = new Set<string>();
  roots.begin();
  const turned = await turns.pull(queries, Marks.safeParse(cursor).data ?? {}, now, async (query, mark) => {
    const known = Mark.safeParse(mark).data ?? null;
    const walked = await walk(known, (page) => readPage(api, query, page), { now: now(), historyMs });
    const entries: PulledEntry[] = [];
    for (const item of walked.fresh) {
      if (told.has(item.uri) || !isForBoards(item.raw, account)) continue;
      told.add(item.uri);
      const root = await roots.of(item.raw);
      entries.push(foundEntry(item, query, { ownId, ...(root === undefined ? {} : { root }) }, walked.isHistory));
    }
    return { entries, ...afterWalk(walked) };
  });
  return { entries: turned.entries, cursor: turned.marks as Cursor, more: turned.more };
}

export const foundEntry = ({ raw }: WalkItem, { words }: ListenQuery, known: object, isHistory: boolean): PulledEntry =>
  pulledEntry({ status: raw, keyword: words, ...known }, isHistory);

/**
 * The search finds what the account may read, also what was written for few; and what it wrote itself, which is read
 * with its own posts.
 */
export function isForBoards(raw: unknown, account: ExternalAccountId): boolean {
  const facts = Facts.safeParse(raw).data;
  if (!facts || facts.visibility === 'private' || facts.visibility === 'direct') return false;
  return (facts.account.url ?? facts.account.uri) !== account;
}
