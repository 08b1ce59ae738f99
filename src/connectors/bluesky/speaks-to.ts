import type { ExternalAccountId } from '../../core/ids.ts';
import { field } from './account-calls.ts';
import { didOf } from './at-uri.ts';
import type { PostView } from './lexicon.ts';

/** Whether a post was said to the account: it names it, stands in a thread of its own, or quotes it. */
export function speaksTo({ record }: Pick<PostView, 'record'>, account: ExternalAccountId): boolean {
  const { facets = [], reply, embed } = record;
  const isNamed = facets.some(({ features }) => features.some(({ did }) => did === account));
  const answered = reply ? [reply.parent.uri, reply.root.uri] : [];
  return isNamed || [...answered, ...quotedIn(embed)].some((uri) => didOf(uri) === account);
}

/** `app.bsky.embed.record` names it directly, `app.bsky.embed.recordWithMedia` one level below. */
function quotedIn(embed: unknown): string[] {
  const record = field(embed, 'record');
  return [field(record, 'uri'), field(field(record, 'record'), 'uri')].filter((uri) => typeof uri === 'string');
}
