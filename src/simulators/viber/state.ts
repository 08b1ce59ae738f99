import type { Answer, Faults, Persona } from '../network.ts';
import { userIdOf } from './ids.ts';

export interface Bot {
  /** `pa:5501122334455667` */
  readonly id: string;
  readonly name: string;
  readonly uri: string;
  readonly token: string;
}

export interface Line {
  readonly token: string;
  readonly isOurs: boolean;
  readonly text: string;
  readonly at: Date;
  readonly files: readonly string[];
}

export interface Chat {
  readonly persona: Persona;
  readonly userId: string;
  isSubscribed: boolean;
  readonly lines: Line[];
  /** How many of ours stand unanswered, and in which clock hour. */
  unanswered: { hour: number; count: number };
  /** The newest of ours that the person has not looked at. */
  unseen: string | null;
  /** Comes back with the person's next message. */
  trackingData: string | null;
  /** What the buttons on the screen say to us. */
  buttons: readonly { readonly says: string; readonly shows: string }[];
  /** When somebody asked who this is. */
  readonly asked: number[];
}

export interface State {
  readonly bot: Bot;
  readonly faults: Faults;
  readonly now: () => Date;
  readonly random: () => number;
  readonly mint: () => string;
  /** How many devices each person has: each tells that a message was delivered. */
  readonly devices: number;
  readonly chats: Map<string, Chat>;
  readonly files: Map<string, { readonly bytes: Uint8Array; readonly type: string; readonly until: number }>;
  readonly listeners: Set<(answer: Answer) => void>;
  webhook: { readonly url: string; readonly events: readonly string[]; readonly hasName: boolean } | null;
  url: string;
}

export const threadOf = (chat: Chat): string => chat.userId;

export function chatOf(state: State, persona: Persona): Chat {
  const userId = userIdOf(state.bot.id, persona.id);
  const known = state.chats.get(userId);
  if (known) return known;
  const chat: Chat = {
    persona,
    userId,
    isSubscribed: false,
    lines: [],
    unanswered: { hour: 0, count: 0 },
    unseen: null,
    trackingData: null,
    buttons: [],
    asked: [],
  };
  state.chats.set(userId, chat);
  return chat;
}

/** What was said long ago may be told late. */
export function keep(chat: Chat, line: Line): Line {
  chat.lines.push(line);
  chat.lines.sort((one, other) => one.at.getTime() - other.at.getTime());
  return line;
}
