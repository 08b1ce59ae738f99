import { z } from 'zod';
import {
  type Cursor,
  type Pulled,
  type PulledSource,
  type SourceSession,
  Trouble,
} from '../../core/channel/connector.ts';
import type { ExternalAccountId, Json } from '../../core/ids.ts';
import { LISTEN_STREAM } from '../../core/listening/search.ts';
import { searchesIn } from '../shared/searches.ts';
import { type Accounts, whoIs } from './accounts.ts';
import type { AppStreams } from './app-streams.ts';
import { hearsAtOnce, type XCredentials } from './credentials.ts';
import { openHearing, STREAMED } from './hear-at-once.ts';
import { PostsCursor } from './mark.ts';
import { troubleOf } from './outcome.ts';
import { createListening } from './pull-listen.ts';
import { isMessagesOff, pullMessages } from './pull-messages.ts';
import { entryOf, OddSearch, pullMentions, pullOwn, pullQuotes, pullSearch, type Reading } from './pull-posts.ts';
import { createSample, type Sampling } from './sample.ts';
import { rulesFor, type StreamedList } from './stream-rules.ts';
import type { Timers } from './timers.ts';

const SECOND = 1_000;
const DAY_MS = 86_400_000;
/** A token without the right to messages is made anew, not changed; asking seldom is enough. */
const OFF_MS = 10 * 60 * SECOND;

/** Told once in this while. */
const ODD_MS = 3_600 * SECOND;

const every = (seconds: number) => z.number().min(5).max(86_400).catch(seconds);
/** The inbox's own settings; each has a default. */
const Settings = z.object({
  /** Seconds between two looks. X answers 15 questions for messages in 15 minutes; whoever asks more often is made to wait. */
  messagesEvery: every(75),
  mentionsEvery: every(60),
  postsEvery: every(300),
  quotesEvery: every(300),
  searchEvery: every(120),
  listenEvery: every(120),
  /** How many days of the past are fetched on connecting; of a search, fewer, for it is paid for by the post. */
  historyDays: z.number().min(0).max(30).catch(7),
  searchHistoryDays: z.number().min(0).max(6).catch(1),
});
const settingsOf = (settings: Json) =>
  Settings.parse(typeof settings === 'object' && settings !== null && !Array.isArray(settings) ? settings : {});

export interface SourceParts {
  readonly accounts: Accounts;
  readonly streams: AppStreams;
  readonly now: () => Date;
  readonly timers: Timers;
}

export function createSource({ accounts, streams, now, timers }: SourceParts): PulledSource<XCredentials> {
  /** Searches that X does not understand from this account, and until when they are left alone: the others are to go on. */
  const odd = new Map<string, number>();
  const listening = createListening();
  const handles = new Map<string, string>();

  async function open(credentials: XCredentials, account: ExternalAccountId): Promise<Sampling> {
    const { api, spending } = accounts(credentials);
    const me = await whoIs(api);
    if (!me.ok) throw troubleOf(me);
    const handle = me.user.username ?? '';
    if (me.user.id !== account)
      throw new Trouble('misconfigured', `These keys open @${handle}, which is not the account of this inbox.`);
    spending.charge('lookups', 'user', [me.user.id]);
    handles.set(account, handle);
    return { api, spending, handle };
  }
  async function known(credentials: XCredentials, account: ExternalAccountId): Promise<Sampling> {
    const handle = handles.get(account);
    return handle === undefined ? open(credentials, account) : { ...accounts(credentials), handle };
  }

  return {
    sample: createSample(known, now),
    // in this order: what is left of the day's ceiling goes to the first
    streams(settings) {
      const own = settingsOf(settings);
      return [
        { name: 'messages', everyMs: own.messagesEvery * SECOND },
        // our own first: a mention below one of them is a comment
        { name: 'posts', everyMs: own.postsEvery * SECOND },
        { name: 'mentions', everyMs: own.mentionsEvery * SECOND },
        { name: 'quotes', everyMs: own.quotesEvery * SECOND },
        { name: 'search', everyMs: own.searchEvery * SECOND },
        ...(searchesIn(settings).length > 0 ? [{ name: LISTEN_STREAM, everyMs: own.listenEvery * SECOND }] : []),
      ];
    },
    async open(credentials, account, settings): Promise<SourceSession> {
      const { api, spending, handle } = await open(credentials, account);
      const searches = searchesIn(settings);
      const pullListen = listening.open(account);
      const { historyDays, searchHistoryDays, mentionsEvery, searchEvery, listenEvery } = settingsOf(settings);
      const historyMs = historyDays * DAY_MS;
      let offUntil = 0;
      let own: readonly string[] = [];

      async function messages(reading: Reading, cursor: Cursor | null): Promise<Pulled> {
        const nothing = { entries: [], cursor, more: false };
        if (reading.now.getTime() < offUntil) return nothing;
        try {
          return await pullMessages(reading, cursor, historyMs);
        } catch (error) {
          if (!isMessagesOff(error)) throw error;
          offUntil = reading.now.getTime() + OFF_MS;
          return nothing;
        }
      }

      const { ownsApp, keywords } = credentials;
      const rules = rulesFor({ account, handle, ownsApp, keywords, searches });
      const hearing =
        hearsAtOnce(credentials) && rules.length > 0
          ? openHearing({
              account,
              rules,
              spending,
              join: (hearer) => streams(credentials, hearer),
              timers,
              everyMs: {
                mentions: mentionsEvery * SECOND,
                search: searchEvery * SECOND,
                listen: listenEvery * SECOND,
              },
              entryOf: (post) => entryOf(post, own, false),
            })
          : null;
      async function look(stream: string, cursor: Cursor | null): Promise<Pulled> {
        const reading: Reading = { api, account, spending, now: now(), own };
        switch (stream) {
          case 'messages':
            return messages(reading, cursor);
          case 'mentions':
            return pullMentions(reading, cursor, historyMs);
          case 'posts': {
            const pulled = await pullOwn(reading, cursor, historyMs);
            own = PostsCursor.safeParse(pulled.cursor).data?.own ?? own;
            return pulled;
          }
          case 'quotes':
            return pullQuotes(reading, cursor, handle);
          case 'search': {
            const keywords = credentials.keywords.filter(
              (words) => (odd.get(`${account} ${words}`) ?? 0) <= reading.now.getTime(),
            );
            try {
              return await pullSearch(reading, cursor, { keywords, handle, historyMs: searchHistoryDays * DAY_MS });
            } catch (error) {
              if (error instanceof OddSearch) odd.set(`${account} ${error.words}`, reading.now.getTime() + ODD_MS);
              throw error;
            }
          }
          case LISTEN_STREAM:
            return pullListen(reading, cursor, { searches, handle, historyMs: searchHistoryDays * DAY_MS });
          default:
            throw new Trouble('misconfigured', `X has no stream called ${stream}.`);
        }
      }

      return {
        watch(wake, stands) {
          if (hearing) hearing.watch(wake, stands);
          else stands?.({ state: 'off', why: whyOff(credentials) });
        },
        async pull(stream, cursor) {
          spending.recall(PostsCursor.shape.spent.parse((cursor as { spent?: unknown } | null)?.spent));
          if (stream === 'posts') own = PostsCursor.safeParse(cursor).data?.own ?? own;
          if (!hearing || !isStreamed(stream)) return look(stream, cursor);
          return hearing.pull(stream, cursor, () => look(stream, cursor));
        },
        retry: () => hearing?.retry(),
        close: async () => hearing?.close(),
      };
    },
  };
}

const whyOff = (credentials: XCredentials): string =>
  hearsAtOnce(credentials)
    ? 'nothing is searched for and mentions cost less by their list'
    : '“Hear at once” is turned off here';

const isStreamed = (stream: string): stream is StreamedList => (STREAMED as readonly string[]).includes(stream);
