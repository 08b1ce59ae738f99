import { z } from 'zod';
import { type Cursor, type PulledSource, type SourceSession, Trouble } from '../../core/channel/connector.ts';
import type { Json } from '../../core/ids.ts';
import { LISTEN_STREAM } from '../../core/listening/search.ts';
import { openTurns, type SearchTurns } from '../shared/search-turns.ts';
import { searchesIn } from '../shared/searches.ts';
import { callsOf } from './account-calls.ts';
import { LISTEN_REACH_MS } from './capabilities.ts';
import type { BlueskyCredentials } from './credentials.ts';
import { watchDeletions } from './deletion-watch.ts';
import { queriesOf } from './listen-queries.ts';
import { troubleOf } from './outcome.ts';
import { pullListen } from './pull-listen.ts';
import { type Convos, MessagesOff, pullMessages } from './pull-messages.ts';
import { pullNotifications, pullOwnPosts, pullSearch } from './pull-posts.ts';
import { sampleOf } from './sample.ts';
import type { Sessions } from './sessions.ts';

const SECOND = 1_000;
/** Names and handles change while a session stays open for days. */
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** An app password that may not read messages is made new, not changed; asking seldom is enough. */
const OFF_MS = 10 * 60 * SECOND;

const every = (seconds: number) => z.number().min(1).max(86_400).catch(seconds);
/** The inbox's own settings; each has a default. */
const Settings = z.object({
  /** Seconds between two looks. */
  notificationsEvery: every(15),
  messagesEvery: every(15),
  postsEvery: every(60),
  searchEvery: every(60),
  /** Absent: as often as the account's own keywords. */
  listenEvery: z.number().min(1).max(86_400).optional().catch(undefined),
  /** How many days of the past are fetched on connecting. */
  historyDays: z.number().min(0).max(365).catch(7),
});
const settingsOf = (settings: Json) =>
  Settings.parse(typeof settings === 'object' && settings !== null && !Array.isArray(settings) ? settings : {});

/** A fifth of the 3,000 calls in five minutes that one address has for all its accounts (docs.bsky.app, "Rate limits"). */
const LISTEN_SHARE = { calls: 120, perMs: 60 * SECOND };

export function createSource(sessions: Sessions, now: () => Date): PulledSource<BlueskyCredentials> {
  // beyond a session, which ends with every trouble: whose turn it is, and what has to rest
  const listening = new Map<string, SearchTurns>();
  const turnsOf = (account: string): SearchTurns => {
    const turns = listening.get(account) ?? openTurns(LISTEN_SHARE);
    listening.set(account, turns);
    return turns;
  };

  return {
    streams(settings) {
      const { notificationsEvery, messagesEvery, postsEvery, searchEvery, listenEvery } = settingsOf(settings);
      const isListening = queriesOf(searchesIn(settings)).length > 0;
      return [
        { name: 'notifications', everyMs: notificationsEvery * SECOND },
        { name: 'messages', everyMs: messagesEvery * SECOND },
        { name: 'posts', everyMs: postsEvery * SECOND },
        { name: 'search', everyMs: searchEvery * SECOND },
        ...(isListening ? [{ name: LISTEN_STREAM, everyMs: (listenEvery ?? searchEvery) * SECOND }] : []),
      ];
    },
    async open(credentials, account, settings): Promise<SourceSession> {
      const session = await sessions.open(credentials);
      if (!session.ok) throw troubleOf(session);
      if (session.did !== account)
        throw new Trouble(
          'misconfigured',
          `These credentials open @${session.handle}, which is not the account of this inbox.`,
        );
      const { historyDays } = settingsOf(settings);
      const calls = callsOf(sessions, credentials);
      const watches = {
        notifications: watchDeletions(calls),
        posts: watchDeletions(calls),
        search: watchDeletions(calls),
        listen: watchDeletions(calls),
      };
      const queries = queriesOf(searchesIn(settings));
      const listen = { calls, turns: turnsOf(account), watch: watches.listen, account };
      const convos: Convos = new Map();
      let convosSince = now().getTime();
      let offUntil = session.mayReadMessages && credentials.chatProxy !== '' ? 0 : Number.POSITIVE_INFINITY;

      async function messages(cursor: Cursor | null, time: { now: Date; historyMs: number }) {
        const nothing = { entries: [], cursor, more: false };
        if (time.now.getTime() < offUntil) return nothing;
        if (time.now.getTime() - convosSince > HOUR_MS) {
          convos.clear();
          convosSince = time.now.getTime();
        }
        try {
          return await pullMessages(calls, convos, cursor, time);
        } catch (error) {
          if (!(error instanceof MessagesOff)) throw error;
          offUntil = time.now.getTime() + OFF_MS;
          return nothing;
        }
      }

      return {
        async pull(stream, cursor) {
          const time = { now: now(), historyMs: historyDays * DAY_MS };
          switch (stream) {
            case 'notifications':
              return pullNotifications(calls, watches.notifications, cursor, time);
            case 'posts':
              return pullOwnPosts(calls, watches.posts, account, cursor, time);
            case 'search':
              return pullSearch(calls, watches.search, credentials.keywords, cursor, time);
            case LISTEN_STREAM:
              return pullListen(listen, queries, cursor, now, LISTEN_REACH_MS);
            case 'messages':
              return messages(cursor, time);
            default:
              throw new Trouble('misconfigured', `Bluesky has no stream called ${stream}.`);
          }
        },
        async close() {},
      };
    },
    async sample(search, most, credentials, account) {
      const session = await sessions.open(credentials);
      if (!session.ok) throw troubleOf(session);
      return sampleOf({ calls: callsOf(sessions, credentials), turns: turnsOf(account), account }, search, most);
    },
  };
}
