import type { Answer, Faults, Persona } from '../network.ts';
import { userIdOf } from './ids.ts';

export interface Account {
  readonly channelId: string;
  readonly channelSecret: string;
  /** The bot's own user id: `U0f1e…`, the destination of webhooks. */
  readonly userId: string;
  readonly basicId: string;
  readonly name: string;
}

export interface Message {
  readonly id: string;
  readonly isOurs: boolean;
  /** Null: the account. */
  readonly by: Persona | null;
  text: string;
  readonly at: Date;
  readonly files: readonly string[];
  readonly quoteToken: string;
  readonly quotes?: string;
  isUnsent: boolean;
}

/** One to one with a person, or a group with several. */
export interface Chat {
  readonly id: string;
  readonly kind: 'user' | 'group';
  readonly name: string;
  readonly members: Set<string>;
  readonly messages: Message[];
  /** What the quick replies on the screen say. */
  choices: readonly string[];
}

export interface Friend {
  readonly persona: Persona;
  readonly userId: string;
  isFriend: boolean;
  hasBlocked: boolean;
}

export interface File {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** How it stands with preparing it; undefined: needs none. */
  status?: 'processing' | 'succeeded' | 'failed';
}

export interface State {
  readonly account: Account;
  readonly faults: Faults;
  readonly now: () => Date;
  readonly random: () => number;
  readonly newMessageId: () => string;
  /** "Webhook redelivery" of the console. */
  readonly isRedelivering: boolean;
  /** Messages of a month; null: as many as one likes. */
  readonly quota: number | null;
  readonly chats: Map<string, Chat>;
  readonly friends: Map<string, Friend>;
  readonly files: Map<string, File>;
  /** Until when each is good, in milliseconds. */
  readonly tokens: Map<string, number>;
  readonly replyTokens: Map<string, { readonly chatId: string; readonly until: number }>;
  /** What came under each retry key. */
  readonly accepted: Map<
    string,
    { readonly sent: readonly Sent[]; readonly requestId: string; readonly until: number }
  >;
  readonly listeners: Set<(answer: Answer) => void>;
  /** Pushed in each month, `2026-11`. */
  readonly pushed: Map<string, number>;
  readonly month: () => string;
  webhook: { url: string; isActive: boolean };
  /** Another app of the account holds the chats. */
  isStandby: boolean;
  url: string;
}
export interface Sent {
  readonly id: string;
  readonly quoteToken: string;
}

export function friendOf(state: State, persona: Persona): Friend {
  const userId = userIdOf(state.account.channelId, persona.id);
  const known = state.friends.get(userId);
  if (known) return known;
  const friend: Friend = { persona, userId, isFriend: false, hasBlocked: false };
  state.friends.set(userId, friend);
  return friend;
}

export function chatWith(state: State, { userId, persona }: Friend): Chat {
  const known = state.chats.get(userId);
  if (known) return known;
  const chat: Chat = {
    id: userId,
    kind: 'user',
    name: persona.name,
    members: new Set([userId]),
    messages: [],
    choices: [],
  };
  state.chats.set(userId, chat);
  return chat;
}

export function keep(chat: Chat, message: Message): Message {
  chat.messages.push(message);
  chat.messages.sort((one, other) => one.at.getTime() - other.at.getTime());
  return message;
}
