import type { Author, ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalMessageId, Json } from '../../core/ids.ts';
import { contentOf } from './content.ts';
import { isPrivate, messageIdOf, permalinkOf, personOf, spotOfMessage, threadOf } from './place.ts';
import { isService, readService } from './service.ts';
import type { CallbackQuery, Message } from './update.ts';

type Raw = Readonly<Record<string, unknown>>;

/** Something that was written: to the bot, in a group, or on a business account's own line. */
export function readMessage(message: Message, raw: Raw, account: ExternalAccountId): ChannelEvent {
  if (isService(raw)) return readService(message, raw, account);
  const spot = spotOfMessage(message);
  const thread = threadOf(spot, message.chat);
  const permalink = permalinkOf(message.chat, message.message_id);
  const linked = permalink === undefined ? {} : { permalink };
  // What the channel posts appears in its group of comments, and opens nothing there.
  if (message.is_automatic_forward)
    return {
      kind: 'post',
      account,
      thread: { ...thread, ...linked },
      author: { kind: 'business' },
      content: contentOf(message, raw),
      at: message.date,
      ...linked,
    };
  const answered = message.reply_to_message;
  const quoted = answered && messageIdOf(spot, answered.message_id);
  const isInGroup = !isPrivate(message.chat);
  const author = authorOf(message, account);
  const content = contentOf(message, raw);
  return {
    kind: 'message',
    account,
    id: messageIdOf(spot, message.message_id),
    thread,
    author,
    // An answer below a comment does not say which post it is about; the message that it answers knows.
    ...(isInGroup && quoted ? { parent: quoted, belongsWith: [quoted] } : {}),
    content: quoted && !isInGroup ? { ...content, quotes: quoted } : content,
    sentAt: message.date,
    ...linked,
    ...(message.from?.is_bot && author.kind === 'contact' && !message.sender_chat ? { automatic: 'bot' } : {}),
    remote: remoteOf(message),
  };
}

/** What is needed to act on a message again. An album is several messages with one number. */
function remoteOf(message: Message): Json {
  return {
    ...spotOfMessage(message),
    message: message.message_id,
    ...(message.media_group_id === undefined ? {} : { album: message.media_group_id }),
  } as Json;
}

/** On a business account's line its owner may write too, by hand or through a bot. */
function authorOf(message: Message, account: ExternalAccountId): Author {
  const { from, sender_chat: sender, chat } = message;
  if (sender) return { kind: 'contact', person: personOf(sender) };
  if (from?.id === account) return { kind: 'business' };
  if (message.business_connection_id !== undefined && isPrivate(chat) && from?.id !== chat.id)
    return { kind: 'business' };
  return from ? { kind: 'contact', person: personOf(from) } : { kind: 'unknown' };
}

/** A post of the channel is no message: it is shown anew. */
export function readEdit(message: Message, raw: Raw, account: ExternalAccountId): ChannelEvent {
  if (message.is_automatic_forward) return readMessage(message, raw, account);
  return {
    kind: 'edit',
    account,
    id: messageIdOf(spotOfMessage(message), message.message_id),
    content: contentOf(message, raw),
    at: message.edit_date ?? message.date,
  };
}

/** A tapped button. The person saw its words, we are told its data; of an old message Telegram keeps no words. */
export function readTap(
  { id, from, data, message }: CallbackQuery,
  account: ExternalAccountId,
  at: Date,
): ChannelEvent {
  if (!message) return { kind: 'ignored', why: 'A button was tapped in a place that the bot cannot see.' };
  const { chat, business_connection_id: connection } = message;
  const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
  const words = buttons.find((button) => button.callback_data !== undefined && button.callback_data === data)?.text;
  const spot = { chat: chat.id, ...(connection === undefined ? {} : { connection }) };
  const quoted = messageIdOf(spot, message.message_id);
  return {
    kind: 'message',
    account,
    id: `tap:${id}` as ExternalMessageId,
    thread: threadOf(spot, chat),
    author: { kind: 'contact', person: personOf(from) },
    ...(isPrivate(chat) ? {} : { parent: quoted, belongsWith: [quoted] }),
    content: {
      text: words ?? data ?? '',
      attachments: [],
      ...(isPrivate(chat) ? { quotes: quoted } : {}),
      ...(data === undefined ? {} : { payload: data }),
    },
    sentAt: at,
    remote: { ...spot, message: message.message_id },
  };
}
