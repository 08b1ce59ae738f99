import type { Person, ThreadRef } from '../../core/channel/event.ts';
import type { ExternalIdentityId, ExternalMessageId, ExternalThreadId, Json } from '../../core/ids.ts';
import type { Chat, Message, User } from './update.ts';

/** Where something stands on Telegram, as a call there names it. */
export interface Spot {
  readonly chat: string;
  /** The business account on whose behalf the bot reads and writes. */
  readonly connection?: string | undefined;
  /** A topic of a forum, or the comments of a channel's post. */
  readonly topic?: number | undefined;
}

/** Message ids count within a chat, and in a business account's chats once more from the beginning. */
export function messageIdOf({ chat, connection }: Spot, message: number): ExternalMessageId {
  return `${connection === undefined ? '' : `${connection}:`}${chat}:${message}` as ExternalMessageId;
}

export function threadIdOf({ chat, connection, topic }: Spot): ExternalThreadId {
  const line = connection === undefined ? chat : `${connection}:${chat}`;
  return (topic === undefined ? line : `${line}/${topic}`) as ExternalThreadId;
}

/** A thread's id read back; null for one that is none of ours. */
export function spotOf(threadId: string): Spot | null {
  const match = /^(?:(.+):)?(-?\d+)(?:\/(\d+))?$/.exec(threadId);
  const [, connection, chat, topic] = match ?? [];
  if (chat === undefined) return null;
  return {
    chat,
    ...(connection === undefined ? {} : { connection }),
    ...(topic === undefined ? {} : { topic: Number(topic) }),
  };
}

/** A message's id read back; null for one that is none of ours (a tapped button). */
export function standsAt(messageId: string): { readonly spot: Spot; readonly message: number } | null {
  const at = messageId.lastIndexOf(':');
  const spot = at > 0 ? spotOf(messageId.slice(0, at)) : null;
  const message = Number(messageId.slice(at + 1));
  return spot && Number.isSafeInteger(message) && message > 0 ? { spot, message } : null;
}

export const isPrivate = ({ type }: Pick<Chat, 'type'>): boolean => type === 'private';

const nameOf = (one: Pick<User & Chat, 'first_name' | 'last_name' | 'title'>): string =>
  (one.title ?? [one.first_name, one.last_name].filter(Boolean).join(' ')).trim();

/** Users and channels share one space of ids, the same for every bot. */
export function personOf(one: User | Chat): Person {
  const name = nameOf(one as User & Chat);
  return {
    id: one.id as ExternalIdentityId,
    scope: '',
    ...(name ? { name } : {}),
    ...(one.username ? { handle: one.username } : {}),
  };
}

/** A private chat has the id of the person in it. */
export function threadOf(spot: Spot, chat: Chat, title?: string): ThreadRef {
  const remote: Json = { ...spot } as Json;
  const base = { id: threadIdOf(spot), remote };
  if (isPrivate(chat)) return { ...base, kind: 'direct', reach: 'owned_private', counterpart: personOf(chat) };
  const words = title ?? chat.title;
  return { ...base, kind: 'post', reach: 'owned_public', ...(words ? { title: words } : {}), ...linkTo(chat) };
}

const linkTo = ({ username }: Chat): { readonly permalink?: string } =>
  username ? { permalink: `https://t.me/${encodeURIComponent(username)}` } : {};

/** Public groups have an address for each message; others have none that a stranger could open. */
export function permalinkOf({ username, type }: Chat, message: number): string | undefined {
  return username && type !== 'private' ? `https://t.me/${encodeURIComponent(username)}/${message}` : undefined;
}

/**
 * A topic is a thread of its own, so are the comments below a channel's post. Other answers in a group carry a thread
 * id too, which says nothing: a group is one thread, with a talk for each person.
 */
export function spotOfMessage(message: Message): Spot {
  const { chat, business_connection_id: connection, reply_to_message: answered } = message;
  if (connection !== undefined) return { chat: chat.id, connection };
  if (isPrivate(chat)) return { chat: chat.id };
  const topic = message.is_topic_message
    ? message.message_thread_id
    : message.is_automatic_forward
      ? message.message_id
      : answered?.is_automatic_forward
        ? answered.message_id
        : undefined;
  return topic === undefined ? { chat: chat.id } : { chat: chat.id, topic };
}
