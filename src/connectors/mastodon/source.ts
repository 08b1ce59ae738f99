import { z } from 'zod';
import { type Cursor, type Pulled, type PulledSource, Trouble } from '../../core/channel/connector.ts';
import type { ExternalAccountId, Json } from '../../core/ids.ts';
import { LISTEN_STREAM } from '../../core/listening/search.ts';
import { openTurns, type SearchTurns } from '../shared/search-turns.ts';
import { searchesIn } from '../shared/searches.ts';
import type { Api } from './api.ts';
import { LISTEN_REACH_MS } from './capabilities.ts';
import type { MastodonCredentials } from './credentials.ts';
import { queriesOf } from './listen-queries.ts';
import { readOwner } from './owner.ts';
import { type List, pullList } from './pull-list.ts';
import { counted, type Listening, pullListen } from './pull-listen.ts';
import { LATE_MS, pullWords } from './pull-words.ts';
import { openRoots } from './roots.ts';
import { sampleOf } from './sample.ts';
import { openWatch } from './watch.ts';

const SECOND = 1_000;
const DAY_MS = 86_400_000;

/** A third of the 300 calls in five minutes (Mastodon, "Rate limits"; read 2026-11). */
const LISTEN_SHARE = { calls: 20, perMs: 60 * SECOND };
/** Of threads in which something was found, in one pull; each costs two calls. */
const LISTEN_ROOTS = 3;

const every = (seconds: number) => z.number().min(1).max(86_400).catch(seconds);
/** The inbox's own settings; each has a default. */
const Settings = z.object({
  /** Seconds between two looks. */
  notificationsEvery: every(15),
  postsEvery: every(60),
  searchEvery: every(60),
  /** Absent: as often as the account's own hashtags and words. */
  listenEvery: z.number().min(1).max(86_400).optional().catch(undefined),
  /** How many days of the past are fetched on connecting. */
  historyDays: z.number().min(0).max(365).catch(7),
});
const settingsOf = (settings: Json) =>
  Settings.parse(typeof settings === 'object' && settings !== null && !Array.isArray(settings) ? settings : {});

const same = (one: unknown) => one;
const listIn = (body: unknown): readonly unknown[] => (Array.isArray(body) ? body : []);
const partOf = (body: unknown, name: string): unknown =>
  typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>)[name] : undefined;

const NOTIFICATIONS: List = {
  path: '/api/v1/notifications',
  // The account's own filters hold strangers back, and a desk is there for strangers.
  query: { types: ['mention', 'quote', 'favourite', 'reblog', 'update'], include_filtered: true },
  itemsOf: listIn,
  statusOf: (one) => (['mention', 'quote'].includes(String(partOf(one, 'type'))) ? partOf(one, 'status') : undefined),
  bodyOf: (one) => ({ notification: one }),
  limit: 80,
  overlapMs: 0,
};
const ownPosts = (id: string): List => ({
  path: `/api/v1/accounts/${encodeURIComponent(id)}/statuses`,
  query: { exclude_reblogs: true },
  itemsOf: listIn,
  statusOf: same,
  bodyOf: (one) => ({ status: one }),
  limit: 40,
  overlapMs: 0,
});
const TAG = /^#[\p{L}\p{M}\p{N}_]+$/u;
const tagged = (keyword: string): List => ({
  path: `/api/v1/timelines/tag/${encodeURIComponent(keyword.slice(1))}`,
  query: {},
  itemsOf: listIn,
  statusOf: same,
  bodyOf: (one) => ({ status: one, keyword }),
  limit: 40,
  overlapMs: LATE_MS,
});

export function createSource(
  open: (credentials: MastodonCredentials) => Api,
  now: () => Date,
): PulledSource<MastodonCredentials> {
  // beyond a session, which ends with every trouble: whose turn it is, and what has to rest
  const listening = new Map<string, SearchTurns>();
  const turnsOf = (account: string): SearchTurns => {
    const turns = listening.get(account) ?? openTurns(LISTEN_SHARE);
    listening.set(account, turns);
    return turns;
  };

  return {
    streams(settings) {
      const { notificationsEvery, postsEvery, searchEvery, listenEvery } = settingsOf(settings);
      const isListening = queriesOf(searchesIn(settings)).length > 0;
      return [
        { name: 'notifications', everyMs: notificationsEvery * SECOND },
        { name: 'posts', everyMs: postsEvery * SECOND },
        { name: 'search', everyMs: searchEvery * SECOND },
        ...(isListening ? [{ name: LISTEN_STREAM, everyMs: (listenEvery ?? searchEvery) * SECOND }] : []),
      ];
    },
    async open(credentials, account, settings) {
      const api = open(credentials);
      const ownerId = await ownerOf(api, account);
      const { historyDays } = settingsOf(settings);
      const roots = openRoots(api);
      const queries = queriesOf(searchesIn(settings));
      const listen = listeningOf(api, turnsOf(account), account, ownerId);
      const watches = { notifications: openWatch(api), posts: openWatch(api) };
      return {
        async pull(stream, cursor) {
          const time = { now: now(), historyMs: historyDays * DAY_MS };
          roots.begin();
          if (stream === 'notifications')
            return pullList(api, NOTIFICATIONS, roots, watches.notifications, cursor, time);
          if (stream === 'posts') return pullList(api, ownPosts(ownerId), roots, watches.posts, cursor, time);
          if (stream === LISTEN_STREAM) return pullListen(listen, queries, cursor, now, LISTEN_REACH_MS);
          if (stream !== 'search') throw new Trouble('misconfigured', `Mastodon has no stream called ${stream}.`);
          return pullSearch(credentials.keywords, cursor, (keyword, mark) =>
            TAG.test(keyword)
              ? pullList(api, tagged(keyword), roots, null, mark, time)
              : pullWords(api, keyword, roots, mark, time),
          );
        },
        async close() {},
      };
    },
    sample: (search, most, credentials, account) =>
      sampleOf(counted(open(credentials), turnsOf(account)), account, search, most),
  };
}

function listeningOf(api: Api, turns: SearchTurns, account: ExternalAccountId, ownId: string): Listening {
  const own = counted(api, turns);
  return { api: own, turns, roots: openRoots(own, LISTEN_ROOTS), account, ownId };
}

/** Each keyword has a mark of its own; a new one begins with its history. */
async function pullSearch(
  keywords: readonly string[],
  cursor: Cursor | null,
  pull: (keyword: string, mark: Cursor | null) => Promise<Pulled>,
): Promise<Pulled> {
  const marks = z.record(z.string(), z.json()).safeParse(cursor).data ?? {};
  const next: Record<string, Cursor> = {};
  const pulls: Pulled[] = [];
  for (const keyword of keywords) {
    const pulled = await pull(keyword, marks[keyword] ?? null);
    pulls.push(pulled);
    next[keyword] = pulled.cursor;
  }
  return { entries: pulls.flatMap(({ entries }) => entries), cursor: next, more: pulls.some(({ more }) => more) };
}

async function ownerOf(api: Api, account: ExternalAccountId): Promise<string> {
  const owner = await readOwner(api);
  if (owner.address !== account)
    throw new Trouble(
      'misconfigured',
      `This access token opens ${owner.handle}, which is not the account of this inbox.`,
    );
  return owner.id;
}
