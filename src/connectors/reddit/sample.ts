import { type PulledSource, type RawEntry, Trouble } from '../../core/channel/connector.ts';
import { LISTEN_STREAM } from '../../core/listening/search.ts';
import { pulledEntry } from '../shared/pulled-entry.ts';
import { type ApiParts, openReddit } from './api.ts';
import type { RedditCredentials } from './credentials.ts';
import { hasPhrase, phrasesOf, queryFor } from './listen-phrases.ts';
import { troubleOf } from './outcome.ts';
import { isOurs } from './place.ts';
import { listIn, standingOf, Thing } from './shapes.ts';

const CALLS = 2;
const PAGE = 100;

/** The newest posts that a search finds, by its first two words or phrases. */
export function createSample(parts: ApiParts): NonNullable<PulledSource<RedditCredentials>['sample']> {
  return async (search, most, credentials, account) => {
    const waits = parts.left.readingWaits(credentials.clientId);
    if (waits > 0) throw new Trouble('limited', 'Nearly all calls that Reddit allows in ten minutes are used.', waits);
    const reddit = openReddit(parts, credentials);
    const found = new Map<string, { readonly raw: unknown; readonly at: Date }>();
    async function read(phrase: string, after?: string): Promise<string | undefined> {
      const has = hasPhrase(phrase);
      const query = { ...queryFor(phrase), limit: PAGE, after };
      const answer = await reddit({ method: 'GET', path: '/search', query });
      if (answer.kind === 'failed') throw troubleOf(answer);
      const { children, after: next } = listIn(answer.body);
      for (const raw of children) {
        const thing = Thing.safeParse(raw).data;
        if (!thing || !has(thing) || standingOf(thing) === 'gone') continue;
        if (!isOurs(thing.data, account, credentials)) found.set(thing.data.name, { raw, at: thing.data.created_utc });
      }
      return next;
    }
    const phrases = phrasesOf([search]).slice(0, CALLS);
    for (const phrase of phrases) {
      const next = await read(phrase);
      if (phrases.length < CALLS && next !== undefined && found.size < most) await read(phrase, next);
    }
    const newest = [...found.values()].toSorted((one, other) => other.at.getTime() - one.at.getTime()).slice(0, most);
    const quota = parts.left.quota(credentials.clientId);
    return {
      entries: newest.map(
        ({ raw }): RawEntry => ({ source: LISTEN_STREAM, ...pulledEntry({ thing: raw, change: 'new' }, false) }),
      ),
      ...(quota ? { quota } : {}),
    };
  };
}
