import type { Sampled } from '../../core/channel/connector.ts';
import { LISTEN_STREAM, type Search } from '../../core/listening/search.ts';
import type { WalkItem } from '../shared/walk.ts';
import { type ListenQuery, queriesOf } from './listen-queries.ts';
import { foundEntry, isOwn, type Listening, readPage } from './pull-listen.ts';

/** One page of each word, for the search takes one word at a time; of a single word two. */
const WORDS = 6;
const PAGE = 100;

interface Found extends WalkItem {
  readonly query: ListenQuery;
}

/** The newest posts that a search finds just now. Throws `Trouble` when no word could be asked for. */
export async function sampleOf(
  listening: Pick<Listening, 'calls' | 'turns' | 'account'>,
  search: Search,
  most: number,
): Promise<Sampled> {
  const queries = queriesOf([search]).slice(0, WORDS);
  if (queries.length === 0 || most < 1) return { entries: [] };
  const pages = await Promise.allSettled(queries.map((query) => pageOf(listening, query, most, queries.length === 1)));
  const found = pages.flatMap((page) => (page.status === 'fulfilled' ? page.value : []));
  const [first] = pages;
  if (first?.status === 'rejected' && pages.every(({ status }) => status === 'rejected')) throw first.reason;
  const byUri = new Map(found.filter(({ raw }) => !isOwn(raw, listening.account)).map((one) => [one.uri, one]));
  const newest = [...byUri.values()].toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, most);
  return {
    entries: newest.map((one) => ({ source: LISTEN_STREAM, ...foundEntry(one, one.query, false) })),
  };
}

async function pageOf(
  listening: Pick<Listening, 'calls' | 'turns'>,
  query: ListenQuery,
  most: number,
  isAlone: boolean,
): Promise<Found[]> {
  const first = await readPage(listening, query, PAGE);
  const hasMore = isAlone && most > PAGE && first.next !== undefined;
  const second = hasMore ? await readPage(listening, query, PAGE, first.next) : { items: [] };
  return [...first.items, ...second.items].map((item) => ({ ...item, query }));
}
