import { z } from 'zod';
import type { Cursor, Pulled } from '../../core/channel/connector.ts';
import { type PulledEntry, pulledEntry } from '../shared/pulled-entry.ts';
import { type AccountCalls, field, listOf, textOf } from './account-calls.ts';
import { ChatMessage } from './lexicon.ts';
import { troubleOf } from './outcome.ts';
import type { PullTime } from './pull-posts.ts';
import { isMessagesRefusal } from './sessions.ts';
import type { XrpcAnswer, XrpcFailure } from './xrpc.ts';

/** `rev`: where the log was read to. `history`: the page of conversations to be fetched from the past; null when that is done. */
const MessagesCursor = z.object({
  rev: z.string().nullable(),
  history: z.object({ page: z.string().nullable() }).nullable(),
});
type MessagesCursor = z.infer<typeof MessagesCursor>;

const LOG_PAGES = 10;
const HISTORY_PAGES = 3;
const DEFS = 'chat.bsky.convo.defs';
const FILED = new Set(
  ['logCreateMessage', 'logDeleteMessage', 'logAddReaction', 'logRemoveReaction'].map((name) => `${DEFS}#${name}`),
);
const Line = z.looseObject({ $type: z.string(), convoId: z.string() });

/** The account has no direct messages by choice of its owner, or its server knows none. That is no trouble. */
export class MessagesOff extends Error {}

/** Conversations by id, kept while a session is open: the log names people by DID alone. */
export type Convos = Map<string, unknown>;

export async function pullMessages(
  calls: AccountCalls,
  convos: Convos,
  cursor: Cursor | null,
  time: PullTime,
): Promise<Pulled> {
  const at = MessagesCursor.safeParse(cursor).data;
  if (!at) {
    // the log's end first: what is said from now on comes by the log, and everything before by the history
    const log = readable(await calls.chatGet('chat.bsky.convo.getLog'));
    return { entries: [], cursor: { rev: textOf(log, 'cursor') ?? null, history: { page: null } }, more: true };
  }
  return at.history ? pullHistory(calls, convos, at, at.history.page, time) : pullLog(calls, convos, at);
}

async function pullLog(calls: AccountCalls, convos: Convos, at: MessagesCursor): Promise<Pulled> {
  const entries: PulledEntry[] = [];
  let rev = at.rev;
  for (let page = 0; page < LOG_PAGES; page += 1) {
    const body = readable(await calls.chatGet('chat.bsky.convo.getLog', { cursor: rev ?? undefined }));
    const lines = listOf(body, 'logs');
    for (const log of lines) {
      const line = Line.safeParse(log).data;
      if (!line || !FILED.has(line.$type)) continue;
      const convo = await convoOf(calls, convos, line.convoId);
      entries.push(pulledEntry({ log, ...(convo === undefined ? {} : { convo }) }, false));
    }
    const next = textOf(body, 'cursor');
    if (next === undefined || next === rev || lines.length === 0) {
      return { entries, cursor: { rev: next ?? rev, history: null }, more: false };
    }
    rev = next;
  }
  return { entries, cursor: { rev, history: null }, more: true };
}

async function pullHistory(
  calls: AccountCalls,
  convos: Convos,
  at: MessagesCursor,
  page: string | null,
  time: PullTime,
): Promise<Pulled> {
  const floor = time.now.getTime() - time.historyMs;
  const entries: PulledEntry[] = [];
  const body = readable(await calls.chatGet('chat.bsky.convo.listConvos', { limit: 20, cursor: page ?? undefined }));
  const list = listOf(body, 'convos');
  for (const convo of list) {
    const id = textOf(convo, 'id');
    const last = ChatMessage.safeParse(field(convo, 'lastMessage')).data;
    if (id === undefined) continue;
    convos.set(id, convo);
    if (!last || last.sentAt.getTime() < floor) continue;
    for (const message of await messagesSince(calls, id, floor, at.rev))
      entries.push(pulledEntry({ log: { $type: `${DEFS}#logCreateMessage`, convoId: id, message }, convo }, true));
  }
  const next = textOf(body, 'cursor');
  const isDone = next === undefined || next === page || list.length === 0;
  return { entries, cursor: { rev: at.rev, history: isDone ? null : { page: next } }, more: !isDone };
}

/** Oldest first. What is newer than the log's mark comes by the log. */
async function messagesSince(
  calls: AccountCalls,
  convoId: string,
  floor: number,
  rev: string | null,
): Promise<unknown[]> {
  const found: unknown[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < HISTORY_PAGES; page += 1) {
    const body = readable(await calls.chatGet('chat.bsky.convo.getMessages', { convoId, limit: 100, cursor }));
    let isBelow = false;
    for (const raw of listOf(body, 'messages')) {
      const message = ChatMessage.safeParse(raw).data;
      if (!message || field(raw, '$type') === `${DEFS}#deletedMessageView`) continue;
      if (message.sentAt.getTime() < floor) isBelow = true;
      else if (rev === null || message.rev === undefined || message.rev <= rev) found.push(raw);
    }
    cursor = textOf(body, 'cursor');
    if (isBelow || cursor === undefined) break;
  }
  return found.reverse();
}

async function convoOf(calls: AccountCalls, convos: Convos, convoId: string): Promise<unknown> {
  if (convos.has(convoId)) return convos.get(convoId);
  const answer = await calls.chatGet('chat.bsky.convo.getConvo', { convoId });
  // a conversation that was left has no view; the message in it is filed all the same
  if (!answer.ok && answer.status !== 400) throw troubleOf(answer);
  const convo = answer.ok ? field(answer.body, 'convo') : undefined;
  if (convo !== undefined) convos.set(convoId, convo);
  return convo;
}

function readable(answer: XrpcAnswer): unknown {
  if (answer.ok) return answer.body;
  if (isOff(answer)) throw new MessagesOff(answer.message);
  throw troubleOf(answer);
}

export const isOff = (failure: XrpcFailure): boolean =>
  isMessagesRefusal(failure) ||
  failure.status === 404 ||
  failure.status === 501 ||
  ['MethodNotImplemented', 'XRPCNotSupported', 'DidNotFound', 'could not resolve proxy did'].includes(failure.error);
