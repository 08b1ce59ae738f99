import type { Persona, Place, Remembered, Said, SeenMessage, SeenThread } from '../network.ts';
import type { Delivery } from './delivery.ts';
import { userIdOf } from './ids.ts';
import { seenId, storeFile } from './sending.ts';
import { type ChatMessage, type ChatState, findChat, privateChat, type State } from './state.ts';
import { botView, chatView, messageView, ownerView, seconds, userView } from './views.ts';

export const DIRECT = 'direct';
export const BUSINESS = 'business';
export const GROUP = 'group';

export const asFile = (mimeType: string): string => {
  if (mimeType === 'image/gif') return 'animation';
  const [kind = ''] = mimeType.split('/');
  return kind === 'image' ? 'photo' : kind === 'video' || kind === 'audio' ? kind : 'document';
};

/** The hands of the customers: what they do in Telegram's own program. */
export function openPeople(state: State, delivery: Delivery) {
  const chatOf = (persona: Persona, place: string): ChatState => {
    state.personas.set(userIdOf(persona.id), persona);
    if (place === GROUP) return state.group.movedTo === undefined ? state.group : findChat(state, state.group.movedTo)!;
    if (place !== DIRECT && place !== BUSINESS) throw new Error(`Telegram has no place "${place}"`);
    return privateChat(state, userIdOf(persona.id), persona, place === BUSINESS ? state.business.id : undefined);
  };
  const business = (chat: ChatState, kind: string) =>
    chat.connection === undefined ? kind : `${kind.replace('message', 'business_message')}`;

  function hear(
    chat: ChatState,
    by: ChatMessage['by'],
    said: Partial<ChatMessage> & { readonly text: string },
  ): ChatMessage {
    const message: ChatMessage = {
      at: state.now(),
      isDeleted: false,
      reactions: new Map(),
      ...said,
      id: chat.nextId,
      chat,
      by,
    };
    chat.nextId += 1;
    chat.messages.push(message);
    chat.messages.sort((a, b) => a.id - b.id);
    delivery.push(business(chat, 'message'), messageView(state, message));
    return message;
  }

  function find(persona: Persona | null, id: string): ChatMessage {
    for (const chat of state.chats.values())
      for (const message of chat.messages)
        if (seenId(message) === id && (!persona || !chat.persona || chat.persona.id === persona.id)) return message;
    throw new Error(`There is no "${id}" on Telegram`);
  }
  function own(persona: Persona, id: string): ChatMessage {
    const message = find(persona, id);
    if (typeof message.by !== 'object' || message.by.id !== persona.id)
      throw new Error('Telegram lets people change only what they wrote themselves');
    return message;
  }

  return {
    hear,
    find,
    chatOf,
    places: (): Place[] => [
      { id: DIRECT, kind: 'direct', isPublic: false, label: `Write to @${state.bot.username}` },
      { id: BUSINESS, kind: 'direct', isPublic: false, label: `Write to @${state.business.username}` },
      { id: GROUP, kind: 'wall', isPublic: true, label: `Mention the bot in "${state.group.title}"` },
    ],
    say(persona: Persona, { place, text, inReplyTo, attachment, at }: Said): { id: string; thread: string } {
      const chat = chatOf(persona, place);
      const replyTo = inReplyTo === undefined ? undefined : find(persona, inReplyTo).id;
      const as = attachment ? asFile(attachment.mimeType) : '';
      const file = attachment && storeFile(state, as, attachment.name, attachment.mimeType, attachment.bytes);
      chat.isBlocked = false;
      const message = hear(chat, persona, {
        text,
        replyTo,
        ...(at ? { at } : {}),
        ...(file ? { file: { as, file } } : {}),
      });
      return { id: seenId(message), thread: String(chat.id) };
    },
    edit(persona: Persona, id: string, text: string): void {
      const message = own(persona, id);
      message.text = text;
      message.editedAt = state.now();
      delivery.push(`edited_${business(message.chat, 'message')}`, messageView(state, message));
    },
    /** Only business accounts are told. */
    remove(persona: Persona, id: string): void {
      const message = own(persona, id);
      message.isDeleted = true;
      const { chat } = message;
      if (chat.connection !== undefined)
        delivery.push('deleted_business_messages', {
          business_connection_id: chat.connection,
          chat: chatView(chat),
          message_ids: [message.id],
        });
    },
    react(persona: Persona, id: string, emoji: string): void {
      const { chat, reactions, id: number } = find(persona, id);
      const userId = userIdOf(persona.id);
      const listed = (one: string | undefined) => (one ? [{ type: 'emoji', emoji: one }] : []);
      const before = listed(reactions.get(userId));
      if (emoji === '') reactions.delete(userId);
      else reactions.set(userId, emoji);
      if (chat.connection !== undefined) return;
      delivery.push('message_reaction', {
        chat: chatView(chat),
        message_id: number,
        user: userView(persona),
        date: seconds(state.now()),
        old_reaction: before,
        new_reaction: listed(emoji),
      });
    },
    /** They stop the bot, or start it again. */
    block(persona: Persona, isBlocked: boolean): void {
      const chat = chatOf(persona, DIRECT);
      const member = (isIn: boolean) => ({
        user: botView(state),
        ...(isIn ? { status: 'member' } : { status: 'kicked', until_date: 0 }),
      });
      const before = !chat.isBlocked;
      chat.isBlocked = isBlocked;
      delivery.push('my_chat_member', {
        chat: chatView(chat),
        from: userView(persona),
        date: seconds(state.now()),
        old_chat_member: member(before),
        new_chat_member: member(!isBlocked),
      });
    },
    tap(persona: Persona, id: string, words: string): string {
      const message = find(persona, id);
      const rows = (message.markup as { inline_keyboard?: { text: string; callback_data: string }[][] } | undefined)
        ?.inline_keyboard;
      const button = rows?.flat().find(({ text }) => text === words);
      if (!button) throw new Error(`There is no button "${words}"`);
      const query = `${seconds(state.now())}${state.turning.size + 7}${message.id}`;
      state.turning.add(query);
      delivery.push('callback_query', {
        id: query,
        from: userView(persona),
        chat_instance: '-77',
        data: button.callback_data,
        message: messageView(state, message),
      });
      return query;
    },
    view(persona: Persona): SeenThread[] {
      const mine = [...state.chats.values()].filter((chat) =>
        chat.persona
          ? chat.persona.id === persona.id
          : chat.messages.some(({ by }) => typeof by === 'object' && by.id === persona.id),
      );
      const newest = ({ messages }: ChatState) => messages.at(-1)?.at.getTime() ?? 0;
      return mine
        .filter(({ messages }) => messages.length > 0)
        .toSorted((a, b) => newest(b) - newest(a))
        .map((chat) => ({
          id: String(chat.id),
          place: placeOf(chat),
          title: chat.title ?? state.bot.name,
          messages: chat.messages.map((message) => seen(message, persona)),
        }));
    },
    /** What an earlier run knew. Nobody is told of it again. */
    remember(said: readonly Remembered[]): void {
      for (const { id, persona, by, text, at, thread } of said) {
        const [connection, rest = ''] = /^(?:(.+):)?(-?\d+:\d+)$/.exec(id)?.slice(1) ?? [];
        const [chatId = Number.NaN, number = Number.NaN] = rest.split(':').map(Number);
        if (!Number.isSafeInteger(chatId) || !Number.isSafeInteger(number)) continue;
        const isGroup = chatId < 0 || thread.startsWith('-');
        if (!persona && !isGroup) continue;
        if (persona) state.personas.set(userIdOf(persona.id), persona);
        const chat = isGroup ? state.group : privateChat(state, chatId, persona!, connection);
        if (chat.messages.some((one) => one.id === number)) continue;
        const author = by === 'company' || !persona ? 'bot' : persona;
        chat.messages.push({ id: number, chat, by: author, text, at, isDeleted: false, reactions: new Map() });
        chat.nextId = Math.max(chat.nextId, number + 1);
      }
    },
  };

  function placeOf(chat: ChatState): Place {
    const isPublic = !chat.persona;
    const id = isPublic ? GROUP : chat.connection === undefined ? DIRECT : BUSINESS;
    return { id, kind: isPublic ? 'wall' : 'direct', isPublic, label: chat.title ?? state.bot.name };
  }

  function seen(message: ChatMessage, persona: Persona): SeenMessage {
    const { by, text, at, replyTo, chat, file, isDeleted, reactions } = message;
    const isMine = typeof by === 'object' && by.id === persona.id;
    return {
      id: seenId(message),
      by: isMine ? 'me' : typeof by === 'object' ? 'other' : 'company',
      name: typeof by === 'object' ? by.name : by === 'owner' ? ownerView(state).first_name : state.bot.name,
      text,
      at,
      isDeleted,
      likes: reactions.size,
      ...(replyTo === undefined ? {} : { inReplyTo: seenId({ ...message, id: replyTo, chat }) }),
      ...(file ? { files: [file.file.name] } : {}),
    };
  }
}
