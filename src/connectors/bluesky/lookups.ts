import type { Lookups } from '../../core/channel/connector.ts';
import { callsOf, isFailure } from './account-calls.ts';
import { permalinkOf, readUri } from './at-uri.ts';
import type { BlueskyCredentials } from './credentials.ts';
import { Did, type PostView, Profile } from './lexicon.ts';
import { troubleOf } from './outcome.ts';
import { contentOf, countsOf } from './parse-post.ts';
import { personOf } from './person.ts';
import type { Sessions } from './sessions.ts';

export function createLookups(sessions: Sessions): Lookups<BlueskyCredentials> {
  /** Null for what is no post (a direct conversation) and for what is not there any more. */
  async function view(uri: string, credentials: BlueskyCredentials): Promise<PostView | null> {
    if (!readUri(uri)) return null;
    const found = await callsOf(sessions, credentials).posts([uri]);
    if (isFailure(found)) throw troubleOf(found);
    return found.get(uri)?.view ?? null;
  }

  return {
    async post(id, credentials, account) {
      const post = await view(id, credentials);
      if (!post) return null;
      const permalink = permalinkOf(post.uri);
      const counts = countsOf(post);
      return {
        authorName: post.author.displayName || `@${post.author.handle}`,
        isOurs: post.author.did === account,
        content: contentOf(post),
        at: post.indexedAt,
        ...(permalink === undefined ? {} : { permalink }),
        ...(counts === undefined ? {} : { counts }),
      };
    },
    async person(id, credentials) {
      if (!Did.safeParse(id).success) return null;
      const answer = await callsOf(sessions, credentials).get('app.bsky.actor.getProfile', { actor: id });
      if (!answer.ok) {
        if (answer.status === 400 || answer.status === 404) return null; // the account is gone or suspended
        throw troubleOf(answer);
      }
      const profile = Profile.safeParse(answer.body).data;
      return profile ? personOf(profile) : null;
    },
    async message(id, credentials) {
      const post = await view(id, credentials);
      if (!post) return null;
      const permalink = permalinkOf(post.uri);
      return {
        person: personOf(post.author),
        content: contentOf(post),
        ...(permalink === undefined ? {} : { permalink }),
      };
    },
  };
}
