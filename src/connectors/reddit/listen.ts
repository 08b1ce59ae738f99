import { type Cursor, type Pulled, Trouble } from '../../core/channel/connector.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import type { Search } from '../../core/listening/search.ts';
import { widestGap } from '../shared/gap.ts';
import type { ApiParts, Reddit } from './api.ts';
import type { RedditCredentials } from './credentials.ts';
import { hasPhrase, phrasesOf, queryFor } from './listen-phrases.ts';
import { REACH_MS } from './listen-reach.ts';
import { lookAgain, type Turn } from './look-again.ts';
import { emptyMemory, Memory, openMemory } from './memory.ts';
import { isOurs } from './place.ts';
import { type List, pullList, type Reading } from './pull-list.ts';

const MINUTE_MS = 60_000;
/** Phrases in one look; the others follow in the next ones, whichever waited longest first. */
const AT_ONCE = 20;
const EACH_MS = 5 * MINUTE_MS;
const AGAIN_MS = 10 * MINUTE_MS;
/** Of 1,000 calls in ten minutes, what is left to all else. */
const CALLS_KEPT = 200;

export interface Asking {
  readonly reddit: Reddit;
  readonly credentials: RedditCredentials;
  readonly account: ExternalAccountId;
  readonly searches: readonly Search[];
  readonly historyMs: number;
}

export function createListening(parts: ApiParts) {
  const opened = new Map<string, number>();
  return {
    /** A session that is often opened anew begins each time where another left off, and asks everything in time. */
    open(asking: Asking): (cursor: Cursor | null) => Promise<Pulled> {
      const count = opened.get(asking.account) ?? 0;
      opened.set(asking.account, count + 1);
      return openListening(parts, asking, count * AT_ONCE);
    },
  };
}

function openListening({ left, now }: ApiParts, asking: Asking, skipped: number) {
  const { reddit, credentials, account, searches } = asking;
  const askedAt = new Map<string, number>();
  const turn: Turn = { at: 0 };
  let againAt = now().getTime() + AGAIN_MS;
  const isShort = () => (left.callsLeft(credentials.clientId) ?? CALLS_KEPT) < CALLS_KEPT;

  return async function listen(cursor: Cursor | null): Promise<Pulled> {
    const at = now().getTime();
    const lists = new Map(phrasesOf(searches).map((phrase) => [phrase, listFor(phrase, account, credentials)]));
    const memory = openMemory(Memory.safeParse(cursor).data ?? emptyMemory(new Date(at)));
    forget(memory.lists, new Set([...lists.values()].map(({ name }) => name)));
    const reading: Reading = { reddit, memory, entries: [], gaps: [], now };

    const lastAsked = (phrase: string) => askedAt.get(phrase) ?? 0;
    const all = [...lists];
    const first = skipped % Math.max(1, all.length);
    const due = [...all.slice(first), ...all.slice(0, first)]
      .filter(([phrase]) => at - lastAsked(phrase) >= EACH_MS)
      .toSorted(([one], [other]) => lastAsked(one) - lastAsked(other));
    let more = false;
    for (const [phrase, list] of due.slice(0, AT_ONCE)) {
      if (isShort()) break;
      const found = await attempt(() => pullList(reading, list, Math.min(asking.historyMs, REACH_MS)));
      if (found === 'limited') break;
      if (found !== 'unfinished') askedAt.set(phrase, at);
      more ||= found === 'unfinished';
    }
    if (at >= againAt && !isShort()) {
      againAt = at + AGAIN_MS;
      await attempt(async () => {
        await lookAgain(reading, turn, account, credentials);
        return false;
      });
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
  };
}

function listFor(phrase: string, account: ExternalAccountId, credentials: RedditCredentials): List {
  const has = hasPhrase(phrase);
  return {
    name: `listen ${phrase.toLowerCase()}`,
    path: '/search',
    query: queryFor(phrase),
    beginsInPast: true,
    wants: (thing) => has(thing) && !isOurs(thing.data, account, credentials),
  };
}

/** A phrase that nobody looks for any more. */
function forget(lists: Memory['lists'], wanted: ReadonlySet<string>): void {
  for (const name of Object.keys(lists)) if (!wanted.has(name)) delete lists[name];
}

/** One phrase that Reddit takes amiss must not keep the others from being heard; it is asked for again in its turn. */
async function attempt(look: () => Promise<boolean>): Promise<'done' | 'unfinished' | 'limited'> {
  try {
    return (await look()) ? 'unfinished' : 'done';
  } catch (error) {
    if (!(error instanceof Trouble) || error.kind === 'needs_login') throw error;
    return error.kind === 'limited' ? 'limited' : 'done';
  }
}
