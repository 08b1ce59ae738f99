import type { Sampled } from '../../core/channel/connector.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { LISTEN_STREAM, type Search } from '../../core/listening/search.ts';
import type { WalkItem } from '../shared/walk.ts';
import type { Api } from './api.ts';
import { type ListenQuery, queriesOf } from './listen-queries.ts';
import { foundEntry, isForBoards, readPage } from './pull-listen.ts';

/** One page of each word, for the server takes one word at a time; of a single word two. */
const WORDS = 4;

interface Found extends WalkItem {
  readonly query: ListenQuery;
}

/** The newest posts that a search finds just now. Throws `Trouble` when no word could be asked for. */
export async function sampleOf(api: Api, account: ExternalAccountId, search: Search, most: number): Promise<Sampled> {
  const queries = queriesOf([search]).slice(0, WORDS);
  if (queries.length === 0 || most < 1) return { entries: [] };
  const pages = await Promise.allSettled(queries.map((query) => pagesOf(api, query, most, queries.length === 1)));
  const [first] = pages;
  if (first?.status === 'rejected' && pages.every(({ status }) => status === 'rejected')) throw first.reason;
  const found = pages.flatMap((page) => (page.status === 'fulfilled' ? page.value : []));
  const byId = new Map(found.filter(({ raw }) => isForBoards(raw, account)).map((one) => [one.uri, one]));
  const newest = [...byId.values()].toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, most);
  return { entries: newest.map((one) => ({ source: LISTEN_STREAM, ...foundEntry(one, one.query, {}, false) })) };
}

async function pagesOf(api: Api, query: ListenQuery, most: number, isAlone: boolean): Promise<Found[]> {
  const first = await readPage(api, query);
  const hasMore = isAlone && most > first.items.length && first.next !== undefined;
  const second = hasMore ? await readPage(api, query, first.next) : { items: [] };
  return [...first.items, ...second.items].map((item) => ({ ...item, query }));
}
