import { z } from 'zod';
import type { Lookups } from '../../core/channel/connector.ts';
import type { Api } from './api.ts';
import { contentOf } from './content.ts';
import type { MastodonCredentials } from './credentials.ts';
import { troubleOf } from './outcome.ts';
import { addressOf, personOf } from './person.ts';
import { countsOf } from './read-status.ts';
import { Account, Status } from './status.ts';

const Found = z.object({ accounts: z.array(z.unknown()) });

export function createLookups(open: (credentials: MastodonCredentials) => Api): Lookups<MastodonCredentials> {
  /** Null for what is no post (a private line) and for what is not there any more. */
  async function status(id: string, credentials: MastodonCredentials): Promise<Status | null> {
    if (id.startsWith('direct:')) return null;
    const answer = await open(credentials).get(`/api/v1/statuses/${encodeURIComponent(id)}`);
    if (answer.kind === 'refused' && (answer.status === 404 || answer.status === 410)) return null;
    if (answer.kind !== 'ok') throw troubleOf(answer);
    return Status.safeParse(answer.body).data ?? null;
  }

  return {
    async post(id, credentials, account) {
      const post = await status(id, credentials);
      if (!post) return null;
      return {
        authorName: post.account.display_name?.trim() || `@${post.account.acct}`,
        isOurs: addressOf(post.account) === account,
        content: contentOf(post),
        at: post.created_at,
        ...(post.url ? { permalink: post.url } : {}),
        ...countsOf(post),
      };
    },
    async person(id, credentials) {
      if (!/^https?:\/\//.test(id)) return null;
      const query = { q: id, type: 'accounts', resolve: true, limit: 5 };
      const answer = await open(credentials).get('/api/v2/search', query);
      if (answer.kind !== 'ok') throw troubleOf(answer);
      const accounts = Found.safeParse(answer.body).data?.accounts ?? [];
      const found = accounts.flatMap((one) => Account.safeParse(one).data ?? []).find((one) => addressOf(one) === id);
      return found ? personOf(found) : null;
    },
    async message(id, credentials) {
      const post = await status(id, credentials);
      if (!post) return null;
      return {
        person: personOf(post.account),
        content: contentOf(post),
        ...(post.url ? { permalink: post.url } : {}),
      };
    },
  };
}
