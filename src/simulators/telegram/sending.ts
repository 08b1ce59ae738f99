import { jsonOf, numberOf, objectOf, type Params, textOf } from './call.ts';
import { fileIdOf, uniqueIdOf } from './ids.ts';
import { bad, Refusal } from './refusal.ts';
import { type ChatMessage, type ChatState, findChat, type State, type StoredFile } from './state.ts';
import { messageView } from './views.ts';

const TEXT_MAX = 4_096;
const CAPTION_MAX = 1_024;
const WINDOW_MS = 24 * 3_600_000;
const LIMITS: Readonly<Record<string, number>> = { photo: 10_000_000 };
const FILE_MAX = 50_000_000;

/** The chat that a call names, when the bot may write there. */
export function openChat(state: State, params: Params): ChatState {
  const id = numberOf(params, 'chat_id');
  if (id === undefined) throw bad('chat_id is empty');
  const connection = textOf(params, 'business_connection_id');
  if (connection !== undefined && (connection !== state.business.id || !state.business.isEnabled))
    throw bad('BUSINESS_CONNECTION_INVALID');
  const chat = findChat(state, id, connection);
  if (!chat) throw bad(connection === undefined ? 'chat not found' : 'BUSINESS_PEER_INVALID');
  if (chat.movedTo !== undefined)
    throw new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: chat.movedTo,
    });
  return chat;
}

function mayWrite(state: State, chat: ChatState): void {
  if (chat.isBlocked) throw new Refusal(403, 'Forbidden: bot was blocked by the user');
  if (chat.connection === undefined) return;
  if (!state.business.canReply) throw bad('BUSINESS_CONNECTION_NOT_ALLOWED');
  const heard = chat.messages.findLast(({ by }) => typeof by === 'object');
  if (!heard || state.now().getTime() - heard.at.getTime() > WINDOW_MS) throw bad('BUSINESS_PEER_USAGE_MISSING');
}

type Sent = { readonly text: string; readonly file?: ChatMessage['file']; readonly albumId?: string };

function put(state: State, chat: ChatState, params: Params, sent: Sent): ChatMessage {
  const message: ChatMessage = {
    id: chat.nextId,
    chat,
    by: 'bot',
    at: state.now(),
    replyTo: answered(chat, params),
    markup: keyboardOf(params),
    isDeleted: false,
    reactions: new Map(),
    ...sent,
  };
  chat.nextId += 1;
  chat.messages.push(message);
  return message;
}

/** Telegram trims what is said. */
export function sendText(state: State, params: Params): ChatMessage[] {
  const chat = openChat(state, params);
  const text = (textOf(params, 'text') ?? '').trim();
  if (text === '') throw bad('message text is empty');
  if (text.length > TEXT_MAX) throw bad('message is too long');
  mayWrite(state, chat);
  return [put(state, chat, params, { text })];
}

export async function sendFile(state: State, as: string, params: Params): Promise<ChatMessage[]> {
  const chat = openChat(state, params);
  const text = captionOf(params);
  const file = await storeGiven(state, as, params[as], params);
  mayWrite(state, chat);
  return [put(state, chat, params, { text, file: { as, file } })];
}

export async function sendAlbum(state: State, params: Params): Promise<ChatMessage[]> {
  const chat = openChat(state, params);
  const media = jsonOf(params, 'media');
  if (!Array.isArray(media) || media.length < 2 || media.length > 10)
    throw bad('wrong number of messages in the album: it must have 2-10');
  if (params.reply_markup !== undefined) throw bad('field "reply_markup" is not allowed in an album');
  const items = media.map((one) => objectOf(one) ?? {});
  const kinds = new Set(items.map(({ type }) => String(type)));
  if (kinds.size > 1 && ![...kinds].every((kind) => kind === 'photo' || kind === 'video'))
    throw bad("document and audio can't be mixed with other media types");
  const stored: { as: string; file: StoredFile; text: string }[] = [];
  for (const item of items) {
    const as = String(item.type);
    stored.push({ as, file: await storeGiven(state, as, item.media, params), text: captionOf(item) });
  }
  mayWrite(state, chat);
  const albumId = String(13_900_000_000_000 + chat.nextId);
  return stored.map(({ as, file, text }) => put(state, chat, params, { text, file: { as, file }, albumId }));
}

export function captionOf(params: Params): string {
  const text = (textOf(params, 'caption') ?? '').trim();
  if (text.length > CAPTION_MAX) throw bad('message caption is too long');
  return text;
}

function answered(chat: ChatState, params: Params): number | undefined {
  if (params.reply_to_message_id !== undefined) throw bad('use reply_parameters');
  const given = objectOf(jsonOf(params, 'reply_parameters'));
  if (!given) return undefined;
  const id = numberOf(given, 'message_id');
  if (chat.messages.some((one) => one.id === id && !one.isDeleted)) return id;
  if (given.allow_sending_without_reply === true) return undefined;
  throw bad('message to be replied not found');
}

/** Only what people can tap is understood here: an inline keyboard with data. */
export function keyboardOf(params: Params): unknown {
  const given = jsonOf(params, 'reply_markup');
  if (given === undefined) return undefined;
  const rows = objectOf(given)?.inline_keyboard;
  if (!Array.isArray(rows)) throw bad("can't parse reply keyboard markup JSON object");
  for (const button of rows.flat() as Params[]) {
    if (!textOf(button, 'text')) throw bad('can\'t parse inline keyboard button: Field "text" must be non-empty');
    const data = textOf(button, 'callback_data') ?? '';
    if (data === '' || Buffer.byteLength(data) > 64) throw bad('BUTTON_DATA_INVALID');
  }
  return given;
}

/** A file in the form, one that is named there by `attach://`, or one that Telegram has already. */
async function storeGiven(state: State, as: string, named: unknown, params: Params): Promise<StoredFile> {
  const [, field] = typeof named === 'string' ? (/^attach:\/\/(.+)$/.exec(named) ?? []) : [];
  const given = field === undefined ? named : params[field];
  if (typeof given === 'string') {
    const known = state.files.get(given);
    if (known) return known;
    throw bad('wrong file identifier/HTTP URL specified');
  }
  if (!(given instanceof File)) throw bad(`there is no ${as} in the request`);
  const bytes = new Uint8Array(await given.arrayBuffer());
  if (bytes.length === 0) throw bad('file must be non-empty');
  if (bytes.length > (LIMITS[as] ?? FILE_MAX)) throw new Refusal(413, 'Request Entity Too Large');
  if (as === 'photo' && !isPicture(bytes)) throw bad('IMAGE_PROCESS_FAILED');
  return storeFile(state, as, given.name, given.type, bytes);
}

/** Telegram looks at the bytes, not at the type. */
const isPicture = (bytes: Uint8Array): boolean =>
  /^(89504e47|ffd8ff|52494646|47494638)/.test(Buffer.from(bytes.subarray(0, 4)).toString('hex'));

export function storeFile(state: State, as: string, name: string, mimeType: string, bytes: Uint8Array): StoredFile {
  const number = state.files.size + 1;
  const seed = `${state.bot.id} ${number} ${name}`;
  const folder = as === 'photo' ? 'photos' : as === 'document' ? 'documents' : `${as}s`;
  const path = `${folder}/file_${number}${/\.\w+$/.exec(name)?.[0] ?? ''}`;
  const file: StoredFile = { id: fileIdOf(seed), uniqueId: uniqueIdOf(seed), path, name, mimeType, bytes };
  state.files.set(file.id, file);
  return file;
}

/** Tells whoever sees it that the company has spoken. */
export function tellPeople(state: State, message: ChatMessage): void {
  const { chat } = message;
  const parent = chat.messages.find(({ id }) => id === message.replyTo);
  const speakers = chat.messages.flatMap(({ by }) => (typeof by === 'object' ? by : []));
  const wanted = chat.persona ? [chat.persona] : typeof parent?.by === 'object' ? [parent.by] : speakers;
  for (const persona of new Set(wanted.map(({ id }) => id)))
    for (const listener of state.listeners)
      listener({
        persona,
        thread: String(chat.id),
        isPublic: chat.type !== 'private',
        message: { id: seenId(message), by: 'company', name: state.bot.name, text: message.text, at: message.at },
      });
}

export const seenId = ({ id, chat }: ChatMessage): string =>
  `${chat.connection === undefined ? '' : `${chat.connection}:`}${chat.id}:${id}`;

export const resultOf = (state: State, messages: readonly ChatMessage[], isAlbum: boolean): unknown => {
  const views = messages.map((message) => messageView(state, message));
  return isAlbum ? views : views[0];
};
