import type { Persona, Place, SeenMessage, SimulatedNetwork } from '../network.ts';
import type { Chats } from './chats.ts';
import { type Chat, chatWith, type Friend, friendOf, type Message, type State } from './state.ts';
import type { Webhooks } from './webhooks.ts';

type Attachment = { readonly name: string; readonly mimeType: string; readonly bytes: Uint8Array };

/** LINE as a customer sees it. */
export function lineNetwork(
  state: State,
  chats: Chats,
  webhooks: Webhooks,
  close: () => Promise<void>,
): SimulatedNetwork {
  const { account } = state;
  const direct: Place = {
    id: `direct:${account.userId}`,
    kind: 'direct',
    isPublic: false,
    label: `Write to ${account.name}`,
  };
  const groupPlace = (chat: Chat): Place => ({ id: chat.id, kind: 'direct', isPublic: false, label: chat.name });
  const chatsOf = ({ userId }: Friend) => [...state.chats.values()].filter(({ members }) => members.has(userId));

  function find(friend: Friend, messageId: string): { readonly chat: Chat; readonly message: Message } {
    for (const chat of chatsOf(friend)) {
      const message = chat.messages.find(({ id }) => id === messageId);
      if (message) return { chat, message };
    }
    throw new Error(`There is no "${messageId}" on LINE`);
  }

  function own(persona: Persona, messageId: string) {
    const friend = friendOf(state, persona);
    const found = find(friend, messageId);
    if (found.message.by?.id !== persona.id)
      throw new Error('On LINE people change and take back only what they wrote');
    return { friend, ...found };
  }

  /** A file is a message of its own: LINE puts no words beside it. */
  function sendFile(chat: Chat, friend: Friend, file: Attachment, at: Date | undefined): Message {
    const [kind = ''] = file.mimeType.split('/');
    const isMedia = kind === 'image' || kind === 'video' || kind === 'audio';
    const part = isMedia
      ? { type: kind, contentProvider: { type: 'line' }, ...(kind === 'image' ? {} : { duration: 4_000 }) }
      : { type: 'file', fileName: file.name, fileSize: file.bytes.length };
    const message = chats.hear(chat, friend, part, {
      text: `[${file.name}]`,
      files: [file.name],
      ...(at ? { at } : {}),
    });
    const status = kind === 'video' || kind === 'audio' ? { status: 'succeeded' as const } : {};
    state.files.set(message.id, { bytes: file.bytes, type: file.mimeType, ...status });
    return message;
  }

  const seen = (me: Persona, message: Message): SeenMessage => ({
    id: message.id,
    by: message.isOurs ? 'company' : message.by?.id === me.id ? 'me' : 'other',
    name: message.by?.name ?? account.name,
    text: message.text,
    at: message.at,
    ...(message.quotes ? { inReplyTo: message.quotes } : {}),
    ...(message.isUnsent ? { isDeleted: true } : {}),
    ...(message.files.length > 0 ? { files: message.files } : {}),
  });

  return {
    channel: 'line',
    name: 'LINE',
    faults: state.faults,
    places: (persona) => [
      direct,
      ...chatsOf(friendOf(state, persona))
        .filter(({ kind }) => kind === 'group')
        .map(groupPlace),
    ],
    async say(persona, { place, text, attachment, at, inReplyTo }) {
      const friend = friendOf(state, persona);
      const chat = place === direct.id ? chatWith(state, friend) : state.chats.get(place);
      if (!chat) throw new Error(`LINE has no place "${place}"`);
      const sent = attachment ? sendFile(chat, friend, attachment, at) : null;
      if (sent && !text) return { id: sent.id, thread: chat.id };
      const heard = { text, ...(at ? { at } : {}), ...(inReplyTo ? { quotes: inReplyTo } : {}) };
      const message = chats.hear(chat, friend, { type: 'text', text }, heard);
      return { id: message.id, thread: chat.id };
    },
    async edit(persona, messageId, text) {
      const { friend, chat, message } = own(persona, messageId);
      if (chat.kind === 'user') throw new Error('What was written to an account one to one cannot be changed on LINE');
      chats.edit(chat, friend, message, text);
    },
    async remove(persona, messageId) {
      const { friend, chat, message } = own(persona, messageId);
      chats.unsend(chat, friend, message);
    },
    view(persona) {
      const newest = (chat: Chat) => chat.messages.at(-1)?.at.getTime() ?? 0;
      return chatsOf(friendOf(state, persona))
        .filter(({ messages }) => messages.length > 0)
        .toSorted((one, other) => newest(other) - newest(one))
        .map((chat) => ({
          id: chat.id,
          place: chat.kind === 'group' ? groupPlace(chat) : direct,
          title: chat.kind === 'group' ? chat.name : account.name,
          messages: chat.messages.map((message) => seen(persona, message)),
        }));
    },
    remember(said) {
      for (const { persona, account: of, by, id, text, at, inReplyTo } of said) {
        if (!persona || of !== account.userId) continue;
        const friend = friendOf(state, persona);
        friend.isFriend = true;
        const isOurs = by === 'company';
        chatWith(state, friend).messages.push({
          id,
          isOurs,
          by: isOurs ? null : persona,
          text,
          at,
          files: [],
          quoteToken: `q${id}`,
          ...(inReplyTo ? { quotes: inReplyTo } : {}),
          isUnsent: false,
        });
      }
    },
    onAnswer(listener) {
      state.listeners.add(listener);
      return () => state.listeners.delete(listener);
    },
    settled: () => webhooks.settled(),
    close,
  };
}
