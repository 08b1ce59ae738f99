import type { AtOnce } from '../../core/channel/at-once.ts';
import type { Cursor, Pulled } from '../../core/channel/connector.ts';
import type { PulledEntry } from '../shared/pulled-entry.ts';
import { createHeardPosts } from './heard-posts.ts';
import { payFor } from './pull-posts.ts';
import { DEAREST, type Spending } from './spending.ts';
import type { Hearer, Hearing } from './stream-keeper.ts';
import type { StreamedPost } from './stream-line.ts';
import type { StreamedList, WantedRule } from './stream-rules.ts';
import type { Timers } from './timers.ts';

export const STREAMED: readonly StreamedList[] = ['mentions', 'search', 'listen'];
/** A mention costs the same by its list, where it is not cheaper there, and is the same thing. */
const PAID = {
  mentions: { spender: 'mentions', priced: 'own' },
  search: { spender: 'search', priced: 'post' },
  listen: { spender: 'search', priced: 'post' },
} as const;

const WORDS = { mentions: 'mentions', search: 'searches', listen: 'listening' } as const;

export interface HearingParts {
  readonly account: string;
  readonly rules: readonly WantedRule[];
  readonly spending: Spending;
  readonly join: (hearer: Hearer) => Hearing;
  readonly timers: Timers;
  /** How often each list is looked at, in milliseconds. */
  readonly everyMs: Readonly<Record<StreamedList, number>>;
  readonly entryOf: (post: StreamedPost) => PulledEntry;
}
export interface HearAtOnce {
  watch(wake: (stream: string) => void, stands?: (line: AtOnce) => void): void;
  /** What was heard, or a look at the list when it is time for one: the list stays the truth. */
  pull(list: StreamedList, cursor: Cursor | null, look: () => Promise<Pulled>): Promise<Pulled>;
  /** A person wants the connection to be tried again. */
  retry(): void;
  close(): Promise<void>;
}

/** The stream of an inbox: what its app's connection brings wakes the list that would bring it later. */
export function openHearing(parts: HearingParts): HearAtOnce {
  const { account, rules, spending, join, timers, everyMs, entryOf } = parts;
  const lists = new Map(STREAMED.map((list) => [list, openList()]));
  let wake: ((stream: string) => void) | null = null;
  let hearing: Hearing | null = null;
  /** It was wanted before there was a connection to try. */
  let isAsked = false;
  let stands: ((line: AtOnce) => void) | null = null;
  let told = '';

  function line(): AtOnce {
    const heard = STREAMED.filter((list) => rules.some((rule) => rule.list === list) && hearer.mayRead(list));
    const until = spending.quota().resetsAt;
    if (heard.length === 0 && until)
      return { state: 'resting', until, why: 'what may be spent on reading today is used up' };
    const connection = hearing?.connection() ?? { state: 'opening' };
    return connection.state === 'open' ? { state: 'open', what: heard.map((list) => WORDS[list]) } : connection;
  }
  function tell(): void {
    const is = line();
    const words = JSON.stringify(is);
    if (words === told) return;
    told = words;
    stands?.(is);
  }

  const hearer: Hearer = {
    account,
    rules,
    mayRead: (list) => spending.leftFor(PAID[list].spender, DEAREST.others) >= 1,
    hear(post, found) {
      for (const list of found) {
        payFor(spending, PAID[list], [post.id], post.includes);
        if (lists.get(list)?.heard.add(post)) wake?.(list);
      }
      hearing?.changed();
      tell();
    },
    pay(post) {
      payFor(spending, PAID.search, [post.id], post.includes);
      hearing?.changed();
      tell();
    },
    moved: tell,
  };

  return {
    watch(listener, teller) {
      wake = listener;
      stands = teller ?? null;
      tell();
    },
    async pull(list, cursor, look) {
      const state = lists.get(list);
      if (!wake || !state) return look();
      // only now: what the day has cost so far stands in the cursor
      hearing ??= join(hearer);
      if (isAsked) hearing.retry();
      isAsked = false;
      tell();
      state.heard.stored((cursor as { heard?: unknown } | null)?.heard);
      const given = cursor === null || (state.isOwed && state.hasGiven) ? null : state.heard.take();
      if (given) {
        state.hasGiven = true;
        const kept = { ...(cursor as object), heard: given.mark, spent: spending.day() };
        // the list comes next, or it would wait for a pause in what is heard
        return { entries: given.posts.map(entryOf), cursor: kept, more: state.isOwed, quota: spending.quota() };
      }
      if (!state.isOwed) return { entries: [], cursor, more: false };
      const pulled = await look();
      state.hasGiven = false;
      if (!pulled.more) owedAgain(list, state);
      hearing.changed();
      return { ...pulled, more: pulled.more || state.heard.isWaiting };
    },
    retry() {
      if (hearing) hearing.retry();
      else isAsked = true;
    },
    async close() {
      wake = null;
      stands = null;
      for (const { giveUp } of lists.values()) giveUp();
      await hearing?.leave();
    },
  };

  function owedAgain(list: StreamedList, state: ListState): void {
    state.isOwed = false;
    state.giveUp();
    state.giveUp = timers.after(everyMs[list], () => {
      state.isOwed = true;
      state.hasGiven = false;
      // a pull in between has put off the next
      wake?.(list);
    });
  }
}

interface ListState {
  readonly heard: ReturnType<typeof createHeardPosts>;
  /** It is time to look at the list. */
  isOwed: boolean;
  /** What was heard was given since then. */
  hasGiven: boolean;
  giveUp: () => void;
}
const openList = (): ListState => ({ heard: createHeardPosts(), isOwed: true, hasGiven: false, giveUp: () => {} });
