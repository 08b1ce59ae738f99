import type { Author, ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { isPrivate, messageIdOf, personOf, threadIdOf } from './place.ts';
import type { BusinessConnection, DeletedMessages, MessageReaction, MyChatMember } from './update.ts';

/** Telegram tells all reactions of a person before and after; what differs happened now. */
export function readReaction(reaction: MessageReaction, account: ExternalAccountId): ChannelEvent[] {
  const { chat, message_id: message, user, actor_chat: actor, date: at } = reaction;
  const who = user ?? actor;
  if (!who) return [{ kind: 'ignored', why: 'The reaction does not say whose it is.' }];
  const by: Author = who.id === account ? { kind: 'business' } : { kind: 'contact', person: personOf(who) };
  const before = emojisOf(reaction.old_reaction);
  const after = emojisOf(reaction.new_reaction);
  const target = messageIdOf({ chat: chat.id }, message);
  const changes = [
    ...before.filter((one) => !after.includes(one)).map((one) => ({ reaction: one, isRemoved: true })),
    ...after.filter((one) => !before.includes(one)).map((one) => ({ reaction: one, isRemoved: false })),
  ];
  if (changes.length === 0)
    return [{ kind: 'ignored', why: 'The reaction is a picture that Telegram names only by a number.' }];
  return changes.map((change) => ({ kind: 'reaction', account, target, by, ...change, at }));
}

function emojisOf(reactions: MessageReaction['new_reaction']): string[] {
  const emojis = reactions.flatMap(({ type, emoji }) => (type === 'paid' ? '⭐' : (emoji ?? [])));
  return [...new Set(emojis)];
}

/** The bot was started, blocked, taken into a group or thrown out. */
export function readMembership(
  { chat, from, date: at, old_chat_member: before, new_chat_member: after }: MyChatMember,
  account: ExternalAccountId,
): ChannelEvent {
  const isIn = !['kicked', 'left'].includes(after.status);
  const wasIn = before !== undefined && !['kicked', 'left'].includes(before.status);
  if (before !== undefined && isIn === wasIn)
    return {
      kind: 'ignored',
      why: `The bot's part in a chat changed to "${after.status.slice(0, 40).replace(/\W/g, '?')}".`,
    };
  const who = from.first_name ?? 'Somebody';
  const detail = isPrivate(chat)
    ? isIn
      ? `${who} lets the bot write again.`
      : `${who} has blocked the bot: nothing reaches them until they start it again.`
    : `${who} ${isIn ? 'took the bot into' : 'put the bot out of'} the group${chat.title ? ` "${chat.title}"` : ''}.`;
  return {
    kind: 'notice',
    account,
    id: `member:${chat.id}:${isIn ? 'in' : 'out'}:${at.getTime()}`,
    thread: threadIdOf({ chat: chat.id }),
    notice: 'other',
    detail,
    at,
  };
}

/** A business account connected the bot, changed what it may do, or disconnected it. */
export function readConnection(
  { id, user, date: at, is_enabled: isOn, rights }: BusinessConnection,
  account: ExternalAccountId,
): ChannelEvent {
  const whose = user.username ? `@${user.username}` : (user.first_name ?? 'A business account');
  const detail = !isOn
    ? `${whose} has disconnected the bot: messages to that account do not come in any more.`
    : rights?.can_reply
      ? `${whose} has connected the bot, which may read and answer.`
      : `${whose} has connected the bot, which may read and not answer. Answering is allowed in Telegram under Settings, Business, Chatbots.`;
  const state = isOn ? `on${rights?.can_reply ? '+' : ''}` : 'off';
  return { kind: 'notice', account, id: `business:${id}:${state}:${at.getTime()}`, notice: 'policy', detail, at };
}

export function readDeletions(
  { business_connection_id: connection, chat, message_ids: messages }: DeletedMessages,
  account: ExternalAccountId,
  at: Date,
): ChannelEvent[] {
  const spot = { chat: chat.id, connection };
  if (messages.length === 0) return [{ kind: 'ignored', why: 'The deletion does not say of what.' }];
  return messages.map((message) => ({ kind: 'deletion', account, id: messageIdOf(spot, message), at }));
}
