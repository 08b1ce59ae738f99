import type { Persona } from '../network.ts';
import { userIdOf } from './ids.ts';
import type { ChatMessage, ChatState, State, StoredFile } from './state.ts';

const seconds = (at: Date) => Math.floor(at.getTime() / 1_000);

export function userView({ id, name, handle, language }: Persona) {
  const [first = name, ...rest] = name.split(' ');
  return {
    id: userIdOf(id),
    is_bot: false,
    first_name: first,
    ...(rest.length > 0 ? { last_name: rest.join(' ') } : {}),
    username: handle.replace(/[^\w]/g, '_'),
    language_code: language,
  };
}

export function chatView(chat: ChatState) {
  if (!chat.persona)
    return { id: chat.id, type: chat.type, title: chat.title, ...(chat.username ? { username: chat.username } : {}) };
  const { is_bot, language_code, ...shown } = userView(chat.persona);
  return { ...shown, type: 'private' };
}

export const botView = ({ bot }: State) => ({
  id: bot.id,
  is_bot: true,
  first_name: bot.name,
  username: bot.username,
});

export const CHANNEL = { id: -1001555666777, type: 'channel', title: 'News', username: 'news_of_the_brand' };

export function messageView(state: State, message: ChatMessage, isNested = false): Record<string, unknown> {
  const { chat, replyTo, file } = message;
  const answered =
    replyTo === undefined ? undefined : chat.messages.find(({ id, isDeleted }) => id === replyTo && !isDeleted);
  const words = file ? (message.text ? { caption: message.text } : {}) : message.text ? { text: message.text } : {};
  return {
    message_id: message.id,
    ...authorView(state, message),
    chat: chatView(chat),
    date: seconds(message.at),
    ...(chat.connection === undefined ? {} : { business_connection_id: chat.connection }),
    ...(message.editedAt ? { edit_date: seconds(message.editedAt) } : {}),
    ...(answered && !isNested ? { reply_to_message: messageView(state, answered, true) } : {}),
    ...(answered && chat.type === 'supergroup' ? { message_thread_id: rootOf(chat, answered) } : {}),
    ...(message.albumId === undefined ? {} : { media_group_id: message.albumId }),
    ...words,
    ...(file ? fileView(file.as, file.file) : {}),
    ...message.extra,
    ...(message.markup === undefined ? {} : { reply_markup: message.markup }),
  };
}

function rootOf(chat: ChatState, message: ChatMessage): number {
  const parent = chat.messages.find(({ id }) => id === message.replyTo);
  return parent ? rootOf(chat, parent) : message.id;
}

function authorView(state: State, { by, chat }: ChatMessage): Record<string, unknown> {
  if (by === 'channel')
    return {
      from: { id: 777_000, is_bot: false, first_name: 'Telegram' },
      sender_chat: CHANNEL,
      is_automatic_forward: true,
      forward_origin: { type: 'channel', chat: CHANNEL, message_id: 1, date: 0 },
    };
  if (by === 'owner') return { from: ownerView(state) };
  if (by !== 'bot') return { from: userView(by) };
  // On a business account's line the bot speaks as the account.
  return chat.connection === undefined
    ? { from: botView(state) }
    : { from: ownerView(state), sender_business_bot: botView(state) };
}

export const ownerView = ({ business }: State) => ({
  id: business.ownerId,
  is_bot: false,
  first_name: business.name,
  username: business.username,
});

function fileView(as: string, { id, uniqueId, bytes, name, mimeType }: StoredFile): Record<string, unknown> {
  const base = { file_id: id, file_unique_id: uniqueId, file_size: bytes.length };
  const named = { ...base, file_name: name, mime_type: mimeType };
  switch (as) {
    case 'photo':
      return {
        photo: [
          { ...base, file_id: `${id}s`, width: 90, height: 67 },
          { ...base, width: 1280, height: 960 },
        ],
      };
    case 'animation':
      return { animation: { ...named, width: 320, height: 240, duration: 2 }, document: named };
    case 'video':
      return { video: { ...named, width: 1280, height: 720, duration: 3 } };
    case 'audio':
      return { audio: { ...named, duration: 3 } };
    default:
      return { document: named };
  }
}

export const connectionView = (state: State) => ({
  id: state.business.id,
  user: ownerView(state),
  user_chat_id: state.business.ownerId,
  date: seconds(state.now()),
  is_enabled: state.business.isEnabled,
  ...(state.business.isEnabled ? { rights: { can_reply: state.business.canReply, can_read_messages: true } } : {}),
});

export { seconds };
