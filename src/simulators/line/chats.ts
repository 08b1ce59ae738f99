import { ulid } from './ids.ts';
import { type Chat, type Friend, keep, type Message, type Sent, type State } from './state.ts';
import type { Event, Webhooks } from './webhooks.ts';

const REPLY_WITHIN_MS = 60_000;

export interface Heard {
  readonly text: string;
  readonly at?: Date;
  readonly files?: readonly string[];
  readonly quotes?: string;
}

/** What happens in the chats, and what the account is told of it. */
export interface Chats {
  /** `part` as LINE writes it, without the id. */
  hear(chat: Chat, friend: Friend, part: Event, heard: Heard): Message;
  edit(chat: Chat, friend: Friend, message: Message, text: string): void;
  unsend(chat: Chat, friend: Friend, message: Message): void;
  befriend(friend: Friend): void;
  block(friend: Friend): void;
  postback(chat: Chat, friend: Friend, data: string): void;
  answer(chat: Chat, parts: readonly Event[]): readonly Sent[];
  emit(type: string, source: Event | null, rest: Event, at?: Date): void;
}

export function openChats(state: State, webhooks: Webhooks): Chats {
  const sourceOf = (chat: Chat, { userId }: Friend): Event =>
    chat.kind === 'group' ? { type: 'group', groupId: chat.id, userId } : { type: 'user', userId };

  function emit(type: string, source: Event | null, rest: Event, at = state.now()): void {
    webhooks.push({
      type,
      mode: state.isStandby ? 'standby' : 'active',
      timestamp: at.getTime(),
      webhookEventId: ulid(at, state.random),
      deliveryContext: { isRedelivery: false },
      ...(source ? { source } : {}),
      ...rest,
    });
  }

  /** In standby there is none: somebody else answers. */
  function replyToken(chatId: string): Event {
    if (state.isStandby) return {};
    const token = ulid(state.now(), state.random).toLowerCase();
    state.replyTokens.set(token, { chatId, until: state.now().getTime() + REPLY_WITHIN_MS });
    return { replyToken: token };
  }

  function befriend(friend: Friend): void {
    if (friend.isFriend && !friend.hasBlocked) return;
    const isUnblocked = friend.hasBlocked;
    friend.isFriend = true;
    friend.hasBlocked = false;
    const source = { type: 'user', userId: friend.userId };
    emit('follow', source, { ...replyToken(friend.userId), follow: { isUnblocked } });
  }

  return {
    emit,
    befriend,
    hear(chat, friend, part, { text, at = state.now(), files = [], quotes }) {
      // Nobody can write to an account before adding it.
      if (chat.kind === 'user') befriend(friend);
      const message: Message = {
        id: state.newMessageId(),
        isOurs: false,
        by: friend.persona,
        text,
        at,
        files,
        quoteToken: `q${ulid(at, state.random)}`,
        ...(quotes ? { quotes } : {}),
        isUnsent: false,
      };
      keep(chat, message);
      chat.choices = [];
      const { id, quoteToken } = message;
      const quoted = quotes ? { quotedMessageId: quotes } : {};
      const inside = { id, ...part, quoteToken, markAsReadToken: `r${quoteToken}`, ...quoted };
      emit('message', sourceOf(chat, friend), { ...replyToken(chat.id), message: inside }, at);
      return message;
    },
    edit(chat, friend, message, text) {
      message.text = text;
      const { id, quoteToken } = message;
      emit('messageEdited', sourceOf(chat, friend), {
        ...replyToken(chat.id),
        message: { id, type: 'text', text, quoteToken },
      });
    },
    unsend(chat, friend, message) {
      message.isUnsent = true;
      emit('unsend', sourceOf(chat, friend), { unsend: { messageId: message.id } });
    },
    block(friend) {
      friend.hasBlocked = true;
      emit('unfollow', { type: 'user', userId: friend.userId }, {});
    },
    postback(chat, friend, data) {
      emit('postback', sourceOf(chat, friend), { ...replyToken(chat.id), postback: { data } });
    },
    answer(chat, parts) {
      const friend = state.friends.get(chat.id);
      // LINE takes what goes to somebody who has blocked the account, and it never gets there.
      const isReached = chat.kind === 'group' || (friend?.isFriend === true && !friend.hasBlocked);
      return parts.map((part) => {
        const sent: Sent = { id: state.newMessageId(), quoteToken: `q${ulid(state.now(), state.random)}` };
        if (isReached) show(state, chat, part, sent);
        return sent;
      });
    },
  };
}

function show(state: State, chat: Chat, part: Event, { id, quoteToken }: Sent): void {
  const { text, originalContentUrl: url, quickReply } = part;
  const file = typeof url === 'string' ? decodeURIComponent(new URL(url).pathname.split('/').pop() ?? '') : '';
  const message: Message = {
    id,
    isOurs: true,
    by: null,
    text: typeof text === 'string' ? text : `[${file || String(part.type)}]`,
    at: state.now(),
    files: file ? [file] : [],
    quoteToken,
    isUnsent: false,
  };
  keep(chat, message);
  chat.choices = choicesOf(quickReply);
  const seen = {
    id,
    by: 'company',
    name: state.account.name,
    text: message.text,
    at: message.at,
    files: message.files,
  } as const;
  for (const userId of chat.members) {
    const persona = state.friends.get(userId)?.persona.id;
    if (persona === undefined) continue;
    for (const listener of state.listeners) listener({ persona, thread: chat.id, message: seen, isPublic: false });
  }
}

function choicesOf(quickReply: unknown): readonly string[] {
  const items = (
    quickReply as { readonly items?: readonly { readonly action: { readonly text: string } }[] } | undefined
  )?.items;
  return items?.map(({ action }) => action.text) ?? [];
}
