import type { Answer, Faults, Persona } from '../network.ts';

export interface StoredFile {
  readonly id: string;
  readonly uniqueId: string;
  readonly path: string;
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}
export interface ChatMessage {
  readonly id: number;
  readonly chat: ChatState;
  /** Who wrote it: a persona, the bot, the business account's owner by hand, or the channel. */
  readonly by: Persona | 'bot' | 'owner' | 'channel';
  text: string;
  readonly at: Date;
  readonly replyTo?: number | undefined;
  readonly file?: { readonly as: string; readonly file: StoredFile } | undefined;
  readonly albumId?: string | undefined;
  /** Telegram's own fields of other kinds of messages. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
  markup?: unknown;
  editedAt?: Date;
  isDeleted: boolean;
  readonly reactions: Map<number, string>;
}
export interface ChatState {
  id: number;
  type: 'private' | 'group' | 'supergroup';
  readonly title?: string;
  readonly username?: string;
  readonly persona?: Persona;
  /** Set in the chats of the business account. */
  readonly connection?: string;
  readonly messages: ChatMessage[];
  nextId: number;
  /** The other side has blocked the bot. */
  isBlocked: boolean;
  movedTo?: number;
}
export interface Bot {
  readonly id: number;
  readonly token: string;
  readonly name: string;
  readonly username: string;
  readsAll: boolean;
}
export interface Business {
  readonly id: string;
  readonly ownerId: number;
  readonly name: string;
  readonly username: string;
  isEnabled: boolean;
  canReply: boolean;
}
export interface State {
  readonly bot: Bot;
  readonly business: Business;
  readonly group: ChatState;
  readonly chats: Map<string, ChatState>;
  readonly personas: Map<number, Persona>;
  readonly files: Map<string, StoredFile>;
  readonly webhook: {
    url: string;
    secret: string;
    allowed: readonly string[] | null;
    lastError: { readonly at: Date; readonly message: string } | null;
  };
  /** Buttons that were tapped and not answered yet. */
  readonly turning: Set<string>;
  readonly faults: Faults;
  readonly now: () => Date;
  readonly random: () => number;
  readonly listeners: Set<(answer: Answer) => void>;
}

const keyOf = (id: number, connection?: string) => `${connection ?? ''}:${id}`;
export const findChat = (state: State, id: number, connection?: string): ChatState | undefined =>
  state.chats.get(keyOf(id, connection));
export const keepChat = (state: State, chat: ChatState): ChatState => {
  state.chats.set(keyOf(chat.id, chat.connection), chat);
  return chat;
};

/** A person's own chat: with the bot, or with the business account behind which the bot stands. */
export function privateChat(state: State, id: number, persona: Persona, connection?: string): ChatState {
  return (
    findChat(state, id, connection) ??
    keepChat(state, {
      id,
      type: 'private',
      persona,
      ...(connection === undefined ? {} : { connection }),
      messages: [],
      nextId: connection === undefined ? 1 : 1_001,
      isBlocked: false,
    })
  );
}

export const chance = ({ random }: State, share: number): boolean => share > 0 && random() < share;
