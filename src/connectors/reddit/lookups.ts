import type { Lookups } from '../../core/channel/connector.ts';
import { type ApiParts, openReddit } from './api.ts';
import type { RedditCredentials } from './credentials.ts';
import { troubleOf } from './outcome.ts';
import { authorOf, contentOf, countsOf, isOurs, linkOf } from './place.ts';
import { listIn, standingOf, Thing } from './shapes.ts';

export function createLookups(parts: ApiParts): Lookups<RedditCredentials> {
  /** Null for what is gone, hidden or no public thing. */
  async function thing(name: string, credentials: RedditCredentials): Promise<Thing | null> {
    if (!/^t[13]_[a-z0-9]+$/.test(name)) return null;
    const answer = await openReddit(parts, credentials)({ method: 'GET', path: '/api/info', query: { id: name } });
    if (answer.kind === 'failed') {
      if (answer.status === 404 || answer.status === 403) return null;
      throw troubleOf(answer);
    }
    const found = Thing.safeParse(listIn(answer.body).children[0]).data;
    return found && standingOf(found) === 'there' ? found : null;
  }

  return {
    async post(id, credentials, account) {
      const found = await thing(id, credentials);
      if (found?.kind !== 't3') return null;
      const counts = countsOf(found.data);
      const permalink = linkOf(found.data.permalink);
      return {
        ...(found.data.author ? { authorName: `u/${found.data.author}` } : {}),
        isOurs: isOurs(found.data, account, credentials),
        content: contentOf(found),
        at: found.data.created_utc,
        ...(permalink ? { permalink } : {}),
        ...(counts ? { counts } : {}),
      };
    },
    async message(id, credentials, account) {
      const found = await thing(id, credentials);
      if (!found) return null;
      const author = authorOf(found.data, account, credentials);
      const permalink = linkOf(found.data.permalink);
      return {
        ...(author.kind === 'contact' ? { person: author.person } : {}),
        content: contentOf(found),
        ...(permalink ? { permalink } : {}),
      };
    },
  };
}
