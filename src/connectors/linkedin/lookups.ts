import type { Lookups } from '../../core/channel/connector.ts';
import { troubleOf } from '../shared/rest.ts';
import { type Calls, WORDS } from './calls.ts';
import { Comment } from './comment.ts';
import type { LinkedInCredentials } from './credentials.ts';
import { authorOf } from './event.ts';
import { encoded, readCommentUrn } from './urn.ts';

/** What a notification left out: the words of a comment, and whose they are. */
export function createLookups(callsOf: (credentials: LinkedInCredentials) => Calls): Lookups<LinkedInCredentials> {
  return {
    async message(id, credentials, account) {
      const name = readCommentUrn(id);
      if (!name) return null;
      const path = `/socialActions/${encoded(name.post)}/comments/${name.number}`;
      const answer = await callsOf(credentials)({ method: 'GET', path });
      if (answer.kind === 'failed') {
        if (answer.status === 404) return null;
        throw troubleOf(answer, WORDS);
      }
      const comment = Comment.safeParse(answer.json).data;
      if (!comment) return null;
      const author = authorOf(comment.actor, account);
      return {
        ...(author.kind === 'contact' ? { person: author.person } : {}),
        content: { text: comment.message?.text ?? '', attachments: [] },
      };
    },
  };
}
