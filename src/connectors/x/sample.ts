import { type PulledSource, type RawEntry, Trouble } from '../../core/channel/connector.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { LISTEN_STREAM } from '../../core/listening/search.ts';
import type { Account } from './accounts.ts';
import type { XCredentials } from './credentials.ts';
import { queriesOf } from './listen-queries.ts';
import { isLater } from './mark.ts';
import { entryOf, OddSearch, readPage, SEARCH_PATH, searchFor } from './pull-posts.ts';
import { DEAREST } from './spending.ts';
import type { WalkedPost } from './walk.ts';

const CALLS = 2;
/** Bounds of `max_results`. */
const [LEAST, MOST] = [10, 100] as const;

export interface Sampling extends Account {
  /** The name of the account just now. */
  readonly handle: string;
}

/** The newest posts of the last seven days that a search finds. */
export function createSample(
  accountOf: (credentials: XCredentials, account: ExternalAccountId) => Promise<Sampling>,
  now: () => Date,
): NonNullable<PulledSource<XCredentials>['sample']> {
  return async (search, most, credentials, account) => {
    const { api, spending, handle } = await accountOf(credentials, account);
    const whole = queriesOf(search, handle);
    // parts of a long list would show what those words find, and not what the rule lets pass
    const asked = (whole.length <= CALLS ? whole : queriesOf({ ...search, together: [] }, handle)).slice(0, CALLS);
    const posts = new Map<string, WalkedPost>();
    let usd = 0;
    const sizeFor = (wanted: number): number => {
      const rests = api.restsUntil(SEARCH_PATH);
      if (rests) throw new Trouble('limited', BUSY, rests.getTime() - now().getTime());
      const affordable = Math.min(MOST, Math.max(LEAST, wanted), spending.leftFor('search', DEAREST.others));
      if (affordable < LEAST) throw spending.usedUp();
      return affordable;
    };
    async function read(words: string, key: string, wanted: number, token?: string) {
      const list = searchFor(key, words, 'search', { historyMs: 0, overlapMs: 0 });
      const query = { ...list.query, max_results: sizeFor(wanted), [list.tokenName]: token };
      const page = await readPage({ api, spending }, list, query);
      usd += page.usd;
      for (const post of page.posts) posts.set(post.id, post);
      return { next: page.next, words };
    }
    for (const { key, query, plain } of asked) {
      const wanted = Math.ceil(most / asked.length);
      const { next, words } = await read(query, key, wanted).catch((error: unknown) => {
        if (error instanceof OddSearch && plain !== query) return read(plain, key, wanted);
        throw error;
      });
      const isMore = asked.length < CALLS && next !== undefined && posts.size < most;
      if (isMore && spending.leftFor('search', DEAREST.others) >= LEAST)
        await read(words, key, most - posts.size, next);
    }
    const newest = [...posts.values()].toSorted((one, other) => (isLater(one.id, other.id) ? -1 : 1)).slice(0, most);
    return {
      entries: newest.map((post): RawEntry => ({ source: LISTEN_STREAM, ...entryOf(post, [], false) })),
      ...(credentials.plan === 'pay_per_use' ? { costUsd: Math.round(usd * 1_000) / 1_000 } : {}),
      quota: spending.quota(),
    };
  };
}

const BUSY = 'X takes no more searches in this quarter of an hour.';
