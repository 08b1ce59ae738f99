import type { SendOutcome, TargetMessage } from '../../core/channel/outgoing.ts';
import { refused } from '../shared/refused.ts';
import { type AccountCalls, field, isFailure } from './account-calls.ts';
import { readUri } from './at-uri.ts';
import type { StrongRef } from './lexicon.ts';
import { outcomeBeforeSend } from './outcome.ts';
import { BLOCKED, isBlocked, readUnlisted } from './reply-target.ts';

/**
 * Looks at the post first: the server takes the quote of a deleted, blocked or closed post without a word, and then
 * shows it as one that cannot be seen. Source: lexicons `app.bsky.embed.record` and `app.bsky.feed.postgate`.
 */
export async function findQuotable(calls: AccountCalls, target: TargetMessage): Promise<StrongRef | SendOutcome> {
  const uri = target.id;
  if (!readUri(uri)) return refused('not_allowed', 'A direct message cannot be quoted in public.');
  const found = await calls.posts([uri]);
  if (isFailure(found)) {
    // the reading half of the network may be away while the writing half works
    const cid = field(target.remote, 'cid');
    const isReadingAway = found.status === 0 || found.status >= 500;
    return isReadingAway && typeof cid === 'string' && cid !== '' ? { uri, cid } : outcomeBeforeSend(found);
  }
  const view = found.get(uri)?.view;
  if (!view) {
    const record = await readUnlisted(calls, uri);
    if (record === 'gone') return refused('gone', 'The post that this quotes is not there any more.');
    return 'kind' in record ? record : { uri, cid: record.cid };
  }
  if (isBlocked(view.author)) return BLOCKED;
  if (view.viewer?.embeddingDisabled)
    return refused('not_allowed', 'The author of this post does not let it be quoted.');
  return { uri, cid: view.cid };
}
