import { isTrue, jsonOf, numberOf, type Params, textOf } from './call.ts';
import type { Delivery } from './delivery.ts';
import { bad, Refusal } from './refusal.ts';
import { captionOf, keyboardOf, openChat, resultOf, sendAlbum, sendFile, sendText, tellPeople } from './sending.ts';
import type { ChatMessage, ChatState, State } from './state.ts';
import { botView, chatView, connectionView, messageView, seconds } from './views.ts';

type Method = (params: Params) => unknown;

const DELETE_WITHIN_MS = 48 * 3_600_000;
/** The fixed set is longer; these are of it. */
const EMOJIS = new Set(['👍', '👎', '❤', '🔥', '🥰', '👏', '😁', '🤔', '🙏', '👌', '🎉', '😢']);
const CHAT = ['chat_id', 'business_connection_id'];
const SEND = [...CHAT, 'message_thread_id', 'reply_parameters', 'reply_markup', 'disable_notification'];

/**
 * What each method takes. Telegram passes over what it does not know; here it is refused, so that a field with a wrong
 * name is not believed to work.
 */
const TAKES: Readonly<Record<string, readonly string[]>> = {
  getMe: [],
  getWebhookInfo: [],
  setWebhook: ['url', 'secret_token', 'allowed_updates', 'max_connections', 'drop_pending_updates', 'ip_address'],
  deleteWebhook: ['drop_pending_updates'],
  getUpdates: ['offset', 'limit', 'timeout', 'allowed_updates'],
  sendMessage: [...SEND, 'text', 'entities', 'link_preview_options'],
  sendPhoto: [...SEND, 'photo', 'caption', 'caption_entities'],
  sendVideo: [...SEND, 'video', 'caption', 'caption_entities'],
  sendAnimation: [...SEND, 'animation', 'caption', 'caption_entities'],
  sendAudio: [...SEND, 'audio', 'caption', 'caption_entities'],
  sendDocument: [...SEND, 'document', 'caption', 'caption_entities'],
  editMessageText: [...CHAT, 'message_id', 'text', 'entities', 'reply_markup', 'link_preview_options'],
  editMessageCaption: [...CHAT, 'message_id', 'caption', 'caption_entities', 'reply_markup'],
  deleteMessage: ['chat_id', 'message_id'],
  deleteMessages: ['chat_id', 'message_ids'],
  deleteBusinessMessages: ['business_connection_id', 'message_ids'],
  setMessageReaction: ['chat_id', 'message_id', 'reaction', 'is_big'],
  answerCallbackQuery: ['callback_query_id', 'text', 'show_alert', 'url', 'cache_time'],
  getFile: ['file_id'],
  getChat: ['chat_id'],
  getBusinessConnection: ['business_connection_id'],
  sendChatAction: [...CHAT, 'action'],
};

/** Every method that is understood, by its name in small letters: Telegram does not look at capitals. */
export function createMethods(state: State, delivery: Delivery): ReadonlyMap<string, Method> {
  const methods: Readonly<Record<string, Method>> = {
    getMe: () => ({
      ...botView(state),
      can_join_groups: true,
      can_read_all_group_messages: state.bot.readsAll,
      can_connect_to_business: true,
      supports_inline_queries: false,
      has_main_web_app: false,
    }),
    getWebhookInfo: () => webhookInfo(state, delivery),
    setWebhook: (params) => setWebhook(state, delivery, params),
    deleteWebhook(params) {
      Object.assign(state.webhook, { url: '', secret: '', lastError: null });
      if (isTrue(params.drop_pending_updates)) delivery.drop();
      return true;
    },
    getUpdates(params) {
      if (state.webhook.url !== '')
        throw new Refusal(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        );
      keepAllowed(state, params);
      return delivery.take(numberOf(params, 'offset'), Math.min(100, numberOf(params, 'limit') ?? 100));
    },
    sendMessage: (params) => told(state, sendText(state, params), false),
    ...Object.fromEntries(
      ['photo', 'video', 'animation', 'audio', 'document'].map((as) => [
        `send${as.charAt(0).toUpperCase()}${as.slice(1)}`,
        async (params: Params) => told(state, await sendFile(state, as, params), false),
      ]),
    ),
    sendMediaGroup: async (params) => told(state, await sendAlbum(state, params), true),
    editMessageText: (params) => edit(state, params, 'text'),
    editMessageCaption: (params) => edit(state, params, 'caption'),
    deleteMessage(params) {
      const chat = openChat(state, params);
      const message = standing(chat, numberOf(params, 'message_id'), 'delete');
      if (!mayDelete(state, message)) throw bad("message can't be deleted for everyone");
      message.isDeleted = true;
      return true;
    },
    deleteMessages(params) {
      const chat = openChat(state, params);
      const ids = idsOf(params);
      for (const message of chat.messages)
        if (ids.includes(message.id) && mayDelete(state, message)) message.isDeleted = true;
      return true;
    },
    deleteBusinessMessages(params) {
      if (textOf(params, 'business_connection_id') !== state.business.id) throw bad('BUSINESS_CONNECTION_INVALID');
      const ids = idsOf(params);
      for (const chat of state.chats.values())
        for (const message of chat.messages)
          if (chat.connection !== undefined && ids.includes(message.id)) message.isDeleted = true;
      return true;
    },
    setMessageReaction(params) {
      const message = standing(openChat(state, params), numberOf(params, 'message_id'), 'react');
      const given = jsonOf(params, 'reaction') ?? [];
      if (!Array.isArray(given) || given.length > 1) throw bad('REACTIONS_TOO_MANY');
      const [reaction] = given as Params[];
      if (!reaction) message.reactions.delete(state.bot.id);
      else if (reaction.type === 'emoji' && EMOJIS.has(String(reaction.emoji)))
        message.reactions.set(state.bot.id, String(reaction.emoji));
      else throw bad('REACTION_INVALID');
      return true;
    },
    answerCallbackQuery(params) {
      if (!state.turning.delete(textOf(params, 'callback_query_id') ?? ''))
        throw bad('query is too old and response timeout expired or query ID is invalid');
      return true;
    },
    getFile(params) {
      const id = (textOf(params, 'file_id') ?? '').replace(/s$/, '');
      const file = state.files.get(textOf(params, 'file_id') ?? '') ?? state.files.get(id);
      if (!file) throw bad('invalid file_id');
      if (file.bytes.length > 20_000_000) throw bad('file is too big');
      return { file_id: file.id, file_unique_id: file.uniqueId, file_size: file.bytes.length, file_path: file.path };
    },
    getChat(params) {
      const chat = openChat(state, params);
      return { ...chatView(chat), accent_color_id: 2, max_reaction_count: 11 };
    },
    getBusinessConnection(params) {
      if (textOf(params, 'business_connection_id') !== state.business.id) throw bad('BUSINESS_CONNECTION_INVALID');
      return connectionView(state);
    },
    sendChatAction: (params) => openChat(state, params) !== undefined,
  };
  return new Map(
    Object.entries(methods).map(([name, method]) => [
      name.toLowerCase(),
      (params: Params) => method(only(name, params)),
    ]),
  );
}

function only(method: string, params: Params): Params {
  const known = TAKES[method] ?? [...SEND, 'media'];
  const attached = method === 'sendMediaGroup' ? /^file\d+$|^\w{16,}$/ : null;
  const strange = Object.keys(params).find(
    (name) => !known.includes(name) && !attached?.test(name) && !(params[name] instanceof File),
  );
  if (strange !== undefined) throw bad(`${method} has no parameter "${strange}"`);
  return params;
}

function webhookInfo(state: State, delivery: Delivery) {
  const { url, lastError, allowed } = state.webhook;
  return {
    url,
    has_custom_certificate: false,
    pending_update_count: delivery.pending(),
    ...(lastError ? { last_error_date: seconds(lastError.at), last_error_message: lastError.message } : {}),
    ...(url === '' ? {} : { max_connections: 40, ip_address: '127.0.0.1' }),
    ...(allowed ? { allowed_updates: allowed } : {}),
  };
}

/** Loopback is allowed here, as on a server of the Bot API that one runs oneself. */
function setWebhook(state: State, delivery: Delivery, params: Params): true {
  const url = textOf(params, 'url') ?? '';
  const secret = textOf(params, 'secret_token') ?? '';
  const { protocol, hostname } = URL.parse(url) ?? { protocol: '', hostname: '' };
  if (url !== '' && protocol !== 'https:' && hostname !== '127.0.0.1')
    throw bad('bad webhook: An HTTPS URL must be provided for webhook');
  if (!/^[\w-]{0,256}$/.test(secret)) throw bad('secret token contains unallowed characters');
  keepAllowed(state, params);
  if (isTrue(params.drop_pending_updates)) delivery.drop();
  Object.assign(state.webhook, { url, secret, lastError: null });
  delivery.wake();
  return true;
}

/** Kept from call to call until another list comes. */
function keepAllowed(state: State, params: Params): void {
  const allowed = jsonOf(params, 'allowed_updates');
  if (allowed === undefined) return;
  if (!Array.isArray(allowed)) throw bad("can't parse allowed updates: expected an Array");
  state.webhook.allowed = allowed.length === 0 ? null : allowed.map(String);
}

function told(state: State, messages: readonly ChatMessage[], isAlbum: boolean): unknown {
  for (const message of messages) tellPeople(state, message);
  return resultOf(state, messages, isAlbum);
}

function standing(chat: ChatState, id: number | undefined, what: string): ChatMessage {
  const message = chat.messages.find((one) => one.id === id && !one.isDeleted);
  if (!message) throw bad(`message to ${what} not found`);
  return message;
}

const mayDelete = (state: State, { at, by, chat }: ChatMessage): boolean =>
  state.now().getTime() - at.getTime() <= DELETE_WITHIN_MS && (by === 'bot' || chat.type === 'private');

function edit(state: State, params: Params, field: 'text' | 'caption'): unknown {
  const message = standing(openChat(state, params), numberOf(params, 'message_id'), 'edit');
  if (message.by !== 'bot') throw bad("message can't be edited");
  if ((message.file === undefined) !== (field === 'text'))
    throw bad(
      field === 'text' ? 'there is no text in the message to edit' : 'there is no caption in the message to edit',
    );
  const text = field === 'caption' ? captionOf(params) : (textOf(params, 'text') ?? '').trim();
  if (field === 'text' && text === '') throw bad('message text is empty');
  if (text.length > 4_096) throw bad('message is too long');
  if (text === message.text)
    throw bad(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  message.text = text;
  message.markup = keyboardOf(params);
  message.editedAt = state.now();
  return messageView(state, message);
}

function idsOf(params: Params): readonly number[] {
  const ids = jsonOf(params, 'message_ids');
  if (!Array.isArray(ids) || ids.length === 0 || ids.length > 100) throw bad('message identifiers are not specified');
  return ids.map(Number);
}
