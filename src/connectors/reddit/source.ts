import { z } from 'zod';
import { type Cursor, type Pulled, type PulledSource, Trouble } from '../../core/channel/connector.ts';
import type { Json } from '../../core/ids.ts';
import { LISTEN_STREAM } from '../../core/listening/search.ts';
import { widestGap } from '../shared/gap.ts';
import { searchesIn } from '../shared/searches.ts';
import { ownAccount } from './account.ts';
import { type ApiParts, openReddit } from './api.ts';
import type { RedditCredentials } from './credentials.ts';
import { createListening } from './listen.ts';
import { lookAgain, type Turn } from './look-again.ts';
import { emptyMemory, Memory, openMemory } from './memory.ts';
import { troubleOf } from './outcome.ts';
import { type List, pullList, type Reading } from './pull-list.ts';
import { createSample } from './sample.ts';
import type { Thing } from './shapes.ts';

const SECOND = 1_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The inbox's own settings; each has a default. */
const Pace = z.object({
  /** Seconds between two looks at what concerns the account. */
  inboxEvery: z.number().min(10).max(86_400).catch(30),
  /** How many days of the past are fetched on connecting. */
  historyDays: z.number().min(0).max(365).catch(7),
  listenEvery: z.number().min(30).max(86_400).catch(120),
});
const paceOf = (settings: Json) =>
  Pace.parse(typeof settings === 'object' && settings !== null && !Array.isArray(settings) ? settings : {});

/** One stream: the same comment stands in several lists, and what is known is known to all of them. */
const STREAM = 'reddit';

interface Look {
  readonly everyMs: number;
  /** @returns whether there is more to be read at once */
  readonly look: (reading: Reading) => Promise<boolean>;
}

export function createSource(parts: ApiParts): PulledSource<RedditCredentials> {
  const { now, left } = parts;
  const listening = createListening(parts);
  return {
    sample: createSample(parts),
    streams: (settings) => [
      { name: STREAM, everyMs: paceOf(settings).inboxEvery * SECOND },
      ...(searchesIn(settings).length > 0
        ? [{ name: LISTEN_STREAM, everyMs: paceOf(settings).listenEvery * SECOND }]
        : []),
    ],
    async open(credentials, account, settings) {
      const reddit = openReddit(parts, credentials);
      const own = await ownAccount(reddit);
      if (own.kind === 'failed') throw troubleOf(own);
      if (own.id !== account)
        throw new Trouble(
          'misconfigured',
          `These credentials open u/${own.name}, which is not the account of this inbox.`,
        );
      const historyMs = paceOf(settings).historyDays * DAY_MS;
      const listen = listening.open({ reddit, credentials, account, searches: searchesIn(settings), historyMs });
      const turn: Turn = { at: 0 };
      const listed = (list: List) => (reading: Reading) => pullList(reading, list, historyMs);
      const looks: readonly Look[] = [
        ...subredditLists(credentials).map((list) => ({ everyMs: MINUTE_MS, look: listed(list) })),
        { everyMs: 2 * MINUTE_MS, look: listed(ownList(own.name)) },
        ...credentials.keywords.map((keyword) => ({ everyMs: 5 * MINUTE_MS, look: listed(searchList(keyword)) })),
        {
          everyMs: 2 * MINUTE_MS,
          look: async (reading) => {
            await lookAgain(reading, turn, account, credentials);
            return false;
          },
        },
      ];
      const doneAt = new Map<Look, number>();

      async function pull(cursor: Cursor | null): Promise<Pulled> {
        const waits = left.readingWaits(credentials.clientId);
        if (waits > 0)
          throw new Trouble('limited', 'Nearly all calls that Reddit allows in ten minutes are used.', waits);
        const at = now();
        const memory = openMemory(Memory.safeParse(cursor).data ?? emptyMemory(at));
        const reading: Reading = { reddit, memory, entries: [], gaps: [], now };
        let more = await pullList(reading, INBOX, historyMs);
        for (const one of looks) {
          if (at.getTime() - (doneAt.get(one) ?? Number.NEGATIVE_INFINITY) < one.everyMs) continue;
          const found = await lookIn(reading, one);
          if (found === 'limited') break;
          if (found !== 'unfinished') doneAt.set(one, at.getTime());
          more ||= found === 'unfinished';
        }
        const quota = left.quota(credentials.clientId);
        const gap = widestGap(reading.gaps);
        return {
          entries: reading.entries,
          cursor: memory.close(),
          more,
          ...(gap ? { gap } : {}),
          ...(quota ? { quota } : {}),
        };
      }

      return {
        async pull(stream, cursor) {
          if (stream === LISTEN_STREAM) return listen(cursor);
          if (stream !== STREAM) throw new Trouble('misconfigured', `Reddit has no stream called ${stream}.`);
          return pull(cursor);
        },
        async close() {},
      };
    },
  };
}

/** A subreddit that is closed to us must not keep the account from hearing the rest; the test of the inbox names it. */
async function lookIn(reading: Reading, { look }: Look): Promise<'done' | 'unfinished' | 'limited'> {
  try {
    return (await look(reading)) ? 'unfinished' : 'done';
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    return error.kind === 'limited' ? 'limited' : 'done';
  }
}

/** Answers to the account's posts and comments, mentions, and what is left of private messages. */
const INBOX: List = { name: 'inbox', path: '/message/inbox', query: { mark: 'false' } };

/** Each subreddit by itself: one that is closed to us would close a list of several. */
const subredditLists = ({ subreddits }: RedditCredentials): List[] =>
  subreddits.flatMap((name) => [
    { name: `posts ${name}`, path: `/r/${name}/new`, query: {} },
    { name: `comments ${name}`, path: `/r/${name}/comments`, query: {} },
  ]);

/** What the account wrote, wherever it was typed. */
const ownList = (username: string): List => ({
  name: 'own',
  path: `/user/${encodeURIComponent(username)}/overview`,
  query: { sort: 'new' },
});

const searchList = (keyword: string): List => ({
  name: `search ${keyword}`,
  path: '/search',
  query: { q: `"${keyword}"`, sort: 'new', t: 'all', type: 'link' },
  wants: (thing) => names(thing, keyword),
});

/** The search is fuzzy; wanted is what has every word of the keyword. */
function names({ kind, data }: Thing, keyword: string): boolean {
  if (kind !== 't3') return false;
  const words = [data.title, data.selftext, data.url].join(' ').toLowerCase();
  return keyword
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}
