import { z } from 'zod';
import type { Outgoing, SendOutcome } from '../../core/channel/outgoing.ts';
import { refused } from '../shared/refused.ts';
import { type AccountCalls, field, isFailure } from './account-calls.ts';
import { readUri } from './at-uri.ts';
import { PostRecord, StrongRef } from './lexicon.ts';
import { outcomeBeforeSend } from './outcome.ts';
import { rootOf } from './parse-post.ts';

/** Which post is answered, and which began the thread. */
export interface ReplyRefs {
  readonly root: StrongRef;
  readonly parent: StrongRef;
}
type Reply = Outgoing & { readonly kind: 'reply' };

const Remote = z.object({ cid: z.string(), root: StrongRef });

/**
 * Looks at the post first: the server takes a reply to a closed, blocked or deleted post without a word, and
 * then shows it to nobody.
 */
export async function findReplyTarget(calls: AccountCalls, act: Reply): Promise<ReplyRefs | SendOutcome> {
  const uri = act.inReplyTo?.id ?? act.thread.id;
  const known = knownRefs(act, uri);
  const found = await calls.posts([uri]);
  if (isFailure(found)) {
    // the reading half of the network may be away while the writing half works
    const isReadingAway = found.status === 0 || found.status >= 500;
    return isReadingAway && known ? known : outcomeBeforeSend(found);
  }
  const view = found.get(uri)?.view;
  if (!view) return unlisted(calls, uri);
  if (isBlocked(view.author)) return BLOCKED;
  if (view.viewer?.replyDisabled)
    return refused(
      'not_allowed',
      'The author of this thread lets only certain people answer, and the account is not among them.',
    );
  return { root: rootOf(view), parent: { uri, cid: view.cid } };
}

function knownRefs(act: Reply, uri: string): ReplyRefs | null {
  const remote = Remote.safeParse(act.inReplyTo?.remote).data;
  return remote ? { root: remote.root, parent: { uri, cid: remote.cid } } : null;
}

async function unlisted(calls: AccountCalls, uri: string): Promise<ReplyRefs | SendOutcome> {
  const record = await readUnlisted(calls, uri);
  if (record === 'gone') return refused('gone', 'The post that this answers is not there any more.');
  if ('kind' in record) return record;
  const { cid, reply } = record;
  return { root: reply?.root ?? { uri, cid }, parent: { uri, cid } };
}

/** Not among the readable posts: deleted, blocked, or so new that only its own server knows it. */
export async function readUnlisted(calls: AccountCalls, uri: string): Promise<ReadRecord | SendOutcome | 'gone'> {
  const record = await readRecord(calls, uri);
  if (record === 'gone') return record;
  if (isFailure(record)) return outcomeBeforeSend(record);
  const profile = await calls.get('app.bsky.actor.getProfile', { actor: readUri(uri)?.did });
  return profile.ok && isBlocked(profile.body) ? BLOCKED : record;
}

export const BLOCKED = refused(
  'blocked',
  'One of the two accounts has blocked the other, so this would be shown to nobody.',
);
export function isBlocked(profile: unknown): boolean {
  const viewer = field(profile, 'viewer');
  return field(viewer, 'blockedBy') === true || field(viewer, 'blocking') !== undefined;
}

export type ReadRecord = { readonly ok: true; readonly cid: string; readonly reply: PostRecord['reply'] };

/** A record from the account's own server, which for the account's own records is the last word. */
export async function readRecord(calls: AccountCalls, uri: string) {
  const at = readUri(uri);
  if (!at) return 'gone' as const;
  const query = { repo: at.did, collection: at.collection, rkey: at.rkey };
  const answer = await calls.get('com.atproto.repo.getRecord', query);
  if (!answer.ok) {
    const isGone =
      answer.error === 'RecordNotFound' || (answer.status === 400 && /could not (locate|find)/i.test(answer.message));
    return isGone ? ('gone' as const) : answer;
  }
  const value = PostRecord.safeParse(field(answer.body, 'value')).data;
  return { ok: true, cid: String(field(answer.body, 'cid') ?? ''), reply: value?.reply } satisfies ReadRecord;
}
