import type { ChannelEvent, PostCounts, ThreadRef } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalMessageId, ExternalThreadId, Json } from '../../core/ids.ts';
import { contentOf } from './content.ts';
import { addressOf, authorOf, personOf } from './person.ts';
import type { Account, Root, Status } from './status.ts';

const mentionsOf = ({ mentions = [] }: Status) => mentions.flatMap((one) => one ?? []);

/** Whoever is named beside us: an answer names them too, or they are not told. */
function othersIn(status: Status, ours: string): readonly string[] {
  const names = mentionsOf(status)
    .filter((one) => addressOf(one) !== ours)
    .map(({ acct }) => acct);
  return addressOf(status.account) === ours ? names : [...new Set([status.account.acct, ...names])];
}

/** What is needed to answer a post: whom to name, who may read it, and its warning. */
function remoteOf(status: Status, ours: string): Json {
  return {
    id: status.id,
    visibility: status.visibility,
    names: othersIn(status, ours),
    ...(status.spoiler_text ? { warning: status.spoiler_text } : {}),
  };
}

export const directThreadId = (address: string): ExternalThreadId => `direct:${address}` as ExternalThreadId;

/** A private line is named by its other side: the API gives posts no conversation. */
function directThread(status: Status, ours: string): ThreadRef | null {
  const isOurs = addressOf(status.account) === ours;
  const other = isOurs ? mentionsOf(status).find((one) => addressOf(one) !== ours) : status.account;
  if (!other) return null;
  const counterpart = personOf(other as Account);
  return {
    id: directThreadId(counterpart.id),
    kind: 'direct',
    reach: 'owned_private',
    counterpart,
    remote: remoteOf(status, ours),
  };
}

function publicThread(status: Status, ours: string, root: Root | undefined): ThreadRef {
  const parent = status.in_reply_to_id ?? undefined;
  const first = root ?? (parent === undefined ? status : undefined);
  const me = mentionsOf(status).find((one) => addressOf(one) === ours)?.id;
  const isAnswerToUs = me !== undefined && status.in_reply_to_account_id === me;
  const isOurs = first ? addressOf(first.account) === ours : isAnswerToUs || addressOf(status.account) === ours;
  const id = (first?.id ?? parent ?? status.id) as ExternalThreadId;
  return { id, kind: 'post', reach: isOurs ? 'owned_public' : 'earned', remote: remoteOf(status, ours) };
}

export function readStatus(
  status: Status,
  account: ExternalAccountId,
  root: Root | undefined,
  isHistory: boolean,
): ChannelEvent {
  if (status.reblog) return { kind: 'ignored', why: 'A boost is no message of its own.' };
  const author = authorOf(status.account, account);
  const isDirect = status.visibility === 'direct';
  const thread = isDirect ? directThread(status, account) : publicThread(status, account, root);
  if (!thread) return { kind: 'ignored', why: 'A private post that is addressed to nobody.' };
  const parent = status.in_reply_to_id as ExternalMessageId | null | undefined;
  const linked = status.url && !isDirect ? { permalink: status.url } : {};
  const common = {
    account,
    thread: { ...thread, ...(parent ? {} : linked) },
    author,
    content: contentOf(status),
    ...linked,
  };
  // Our own post opens nothing; our own answer belongs to the conversation that it answers.
  if (author.kind === 'business' && !parent && !isDirect)
    return { ...common, kind: 'post', at: status.created_at, ...countsOf(status), remote: remoteOf(status, account) };
  return {
    ...common,
    kind: 'message',
    id: status.id as ExternalMessageId,
    ...(status.uri && !isDirect ? { worldId: status.uri } : {}),
    ...(parent && !isDirect ? { parent, belongsWith: [parent] } : {}),
    ...(parent && isDirect ? { content: { ...common.content, quotes: parent } } : {}),
    sentAt: status.created_at,
    ...(status.account.bot && author.kind === 'contact' ? { automatic: 'bot' } : {}),
    ...(isHistory ? { isHistory } : {}),
    remote: remoteOf(status, account),
  };
}

export function countsOf(status: Status): { readonly counts?: PostCounts } {
  const { favourites_count: reactions, replies_count: comments, reblogs_count: shares } = status;
  const counts = {
    ...(reactions === undefined ? {} : { reactions }),
    ...(comments === undefined ? {} : { comments }),
    ...(shares === undefined ? {} : { shares }),
  };
  return Object.keys(counts).length > 0 ? { counts } : {};
}
