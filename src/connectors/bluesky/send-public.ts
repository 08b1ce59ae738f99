import { z } from 'zod';
import type { Finding, Outgoing, SendOutcome } from '../../core/channel/outgoing.ts';
import type { ExternalMessageId, Json } from '../../core/ids.ts';
import { refused } from '../shared/refused.ts';
import { type AccountCalls, field, isFailure, textOf } from './account-calls.ts';
import { POST, readUri } from './at-uri.ts';
import type { StrongRef } from './lexicon.ts';
import { outcomeBeforeSend, outcomeOf } from './outcome.ts';
import { buildPost, type Hanging, type Writing } from './post-record.ts';
import { findQuotable } from './quote-target.ts';
import { findReplyTarget, readRecord } from './reply-target.ts';
import { recordKey } from './tid.ts';

type Act<Kind extends Outgoing['kind']> = Outgoing & { readonly kind: Kind };
type Marking = Act<'like' | 'repost'>;
type Undoing = Act<'unlike' | 'unrepost'>;

const collectionOf = { like: 'app.bsky.feed.like', repost: 'app.bsky.feed.repost' } as const;

/** A post, alone, as an answer, or showing another one. */
export async function sendPost(calls: AccountCalls, did: string, act: Writing): Promise<SendOutcome> {
  const hanging = await hangingOf(calls, act);
  if ('kind' in hanging) return hanging;
  const built = await buildPost(calls, act, hanging);
  if (built.kind !== 'built') return built;
  return write(calls, did, POST, act, built.record, hanging.reply?.root);
}

async function hangingOf(calls: AccountCalls, act: Writing): Promise<Hanging | SendOutcome> {
  if (act.kind === 'publish') return {};
  if (act.kind === 'reply') {
    const reply = await findReplyTarget(calls, act);
    return 'kind' in reply ? reply : { reply };
  }
  const quoted = await findQuotable(calls, act.target);
  return 'kind' in quoted ? quoted : { quoted };
}

export async function sendMarking(calls: AccountCalls, did: string, act: Marking): Promise<SendOutcome> {
  if (!readUri(act.target.id)) return refused('not_allowed', `Bluesky has no ${act.kind} for direct messages.`);
  const subject = await subjectOf(calls, act);
  if ('kind' in subject) return subject;
  const collection = collectionOf[act.kind];
  return write(calls, did, collection, act, { $type: collection, subject, createdAt: act.createdAt.toISOString() });
}

/** Deleting what is not there is answered as if it had been: nothing can go wrong twice. */
export async function sendUndoing(calls: AccountCalls, did: string, act: Undoing): Promise<SendOutcome> {
  const uri = await markOf(calls, act);
  if (uri === null) return { kind: 'accepted' };
  return typeof uri === 'string' ? remove(calls, did, uri) : uri;
}

export async function sendDeletion(calls: AccountCalls, did: string, act: Act<'delete'>): Promise<SendOutcome> {
  return remove(calls, did, act.target.id);
}

/** The record key is made from the act: what stands there under it is this act and no other. */
export async function findRecord(
  calls: AccountCalls,
  did: string,
  act: Act<'reply' | 'publish' | 'quote' | 'like' | 'repost'>,
): Promise<Finding> {
  const collection = act.kind === 'like' || act.kind === 'repost' ? collectionOf[act.kind] : POST;
  const uri = `at://${did}/${collection}/${recordKey(act.id, act.createdAt)}`;
  const record = await readRecord(calls, uri);
  if (record === 'gone') return { kind: 'absent' };
  if (isFailure(record)) return { kind: 'unclear', detail: record.message };
  return accepted(uri, record.cid, collection, record.reply?.root);
}

/** Undoing and deleting are done when the record is gone. */
export async function findRemoval(calls: AccountCalls, did: string, act: Undoing | Act<'delete'>): Promise<Finding> {
  const uri = act.kind === 'delete' ? act.target.id : await markOf(calls, act);
  if (uri === null) return { kind: 'accepted' };
  if (typeof uri !== 'string')
    return { kind: 'unclear', detail: 'detail' in uri ? uri.detail : 'Bluesky does not say.' };
  if (readUri(uri)?.did !== did) return { kind: 'absent' };
  const record = await readRecord(calls, uri);
  if (record === 'gone') return { kind: 'accepted' };
  return isFailure(record) ? { kind: 'unclear', detail: record.message } : { kind: 'absent' };
}

async function write(
  calls: AccountCalls,
  did: string,
  collection: string,
  act: Outgoing,
  record: Readonly<Record<string, unknown>>,
  root?: StrongRef,
): Promise<SendOutcome> {
  const rkey = recordKey(act.id, act.createdAt);
  // creating a record that exists already is answered 500; putting the same one again changes nothing
  const answer = await calls.post('com.atproto.repo.putRecord', { repo: did, collection, rkey, record });
  if (!answer.ok) return outcomeOf(answer);
  return accepted(
    textOf(answer.body, 'uri') ?? `at://${did}/${collection}/${rkey}`,
    textOf(answer.body, 'cid') ?? '',
    collection,
    root,
  );
}

function accepted(
  uri: string,
  cid: string,
  collection: string,
  root: StrongRef | undefined,
): SendOutcome & { kind: 'accepted' } {
  const id = uri as ExternalMessageId;
  if (collection !== POST) return { kind: 'accepted', id, remote: { uri } };
  return { kind: 'accepted', id, remote: { cid, root: root ?? { uri, cid } } };
}

async function remove(calls: AccountCalls, did: string, uri: string): Promise<SendOutcome> {
  const at = readUri(uri);
  if (!at) return refused('not_allowed', 'Bluesky lets nobody take back a direct message for both sides.');
  if (at.did !== did) return refused('not_allowed', 'Only what the account itself wrote can be deleted.');
  const answer = await calls.post('com.atproto.repo.deleteRecord', {
    repo: did,
    collection: at.collection,
    rkey: at.rkey,
  });
  return answer.ok ? { kind: 'accepted' } : outcomeOf(answer);
}

const Remote = z.looseObject({ cid: z.string().min(1) });
async function subjectOf(calls: AccountCalls, { target }: Marking): Promise<StrongRef | SendOutcome> {
  const known = Remote.safeParse(target.remote).data;
  if (known) return { uri: target.id, cid: known.cid };
  const record = await readRecord(calls, target.id);
  if (record === 'gone') return refused('gone', 'The post is not there any more.');
  return isFailure(record) ? outcomeBeforeSend(record) : { uri: target.id, cid: record.cid };
}

/** The record to take away: the one we made, or the one that was made in Bluesky's own app. Null: there is none. */
async function markOf(calls: AccountCalls, { kind, target, undo }: Undoing): Promise<string | null | SendOutcome> {
  const made = textOf(undo as Json, 'uri');
  if (made !== undefined) return made;
  const found = await calls.posts([target.id]);
  if (isFailure(found)) return outcomeBeforeSend(found);
  const viewer = found.get(target.id)?.view.viewer;
  const uri = field(viewer, kind === 'unlike' ? 'like' : 'repost');
  return typeof uri === 'string' ? uri : null;
}
