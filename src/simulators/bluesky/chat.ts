import { createClock } from './ids.ts';
import { invalid, Refusal } from './refusal.ts';
import type { Account, Store } from './store.ts';
import type { Views } from './views.ts';

export interface ChatMessage {
  readonly id: string;
  readonly rev: string;
  readonly text: string;
  readonly facets?: unknown;
  readonly replyTo?: string;
  readonly by: string;
  readonly at: Date;
  isDeleted: boolean;
  readonly reactions: { readonly value: string; readonly by: string; readonly at: Date }[];
}
export interface Convo {
  readonly id: string;
  readonly members: readonly [string, string];
  readonly messages: ChatMessage[];
  rev: string;
  /** Members who have not accepted what a stranger began. */
  readonly requestFor: Set<string>;
}
interface LogLine {
  readonly rev: string;
  readonly at: Date;
  readonly line: Record<string, unknown>;
}

const DEFS = 'chat.bsky.convo.defs';
const MAX = { graphemes: 1_000, bytes: 10_000 };

/** The direct messages: a service of its own, behind the account's server. */
export class Chat {
  readonly convos = new Map<string, Convo>();
  readonly #logs = new Map<string, LogLine[]>();
  readonly #listeners = new Set<(convo: Convo, message: ChatMessage) => void>();
  readonly #nextRev = createClock(21);
  readonly #store: Store;
  readonly #views: Views;

  constructor(store: Store, views: Views) {
    this.#store = store;
    this.#views = views;
  }

  onMessage(listener: (convo: Convo, message: ChatMessage) => void): void {
    this.#listeners.add(listener);
  }

  between(from: string, to: string, at: Date): Convo {
    const known = [...this.convos.values()].find(({ members }) => members.includes(from) && members.includes(to));
    if (known) return known;
    const rev = this.#nextRev(at);
    const convo: Convo = { id: rev, members: [from, to], messages: [], rev, requestFor: new Set([to]) };
    this.convos.set(convo.id, convo);
    for (const did of convo.members) this.#log(did, at, rev, `${DEFS}#logBeginConvo`, { convoId: convo.id });
    return convo;
  }

  say(convo: Convo, by: string, said: { text: string; facets?: unknown; replyTo?: string }, at: Date): ChatMessage {
    if (
      [...new Intl.Segmenter('en').segment(said.text)].length > MAX.graphemes ||
      Buffer.byteLength(said.text) > MAX.bytes
    )
      throw invalid('Input/message/text must not be longer than 1000 graphemes');
    const rev = this.#nextRev(at);
    const message: ChatMessage = { ...said, id: rev, rev, by, at, isDeleted: false, reactions: [] };
    convo.messages.push(message);
    convo.messages.sort((a, b) => a.at.getTime() - b.at.getTime());
    convo.rev = rev;
    convo.requestFor.delete(by);
    this.#tell(convo, at, rev, 'logCreateMessage', { message: this.messageView(message) });
    for (const listener of this.#listeners) listener(convo, message);
    return message;
  }

  remove(convo: Convo, message: ChatMessage, at: Date): void {
    message.isDeleted = true;
    this.#tell(convo, at, this.#nextRev(at), 'logDeleteMessage', { message: this.messageView(message) });
  }

  react(convo: Convo, message: ChatMessage, by: string, value: string, at: Date): void {
    message.reactions.push({ value, by, at });
    const reaction = { value, sender: { did: by }, createdAt: at.toISOString() };
    this.#tell(convo, at, this.#nextRev(at), 'logAddReaction', { message: this.messageView(message), reaction });
  }

  accept(convo: Convo, did: string, at: Date): void {
    if (convo.requestFor.delete(did))
      this.#log(did, at, this.#nextRev(at), `${DEFS}#logAcceptConvo`, { convoId: convo.id });
  }

  find(messageId: string): { readonly convo: Convo; readonly message: ChatMessage } | undefined {
    for (const convo of this.convos.values()) {
      const message = convo.messages.find(({ id }) => id === messageId);
      if (message) return { convo, message };
    }
    return undefined;
  }

  /** A conversation of this account's, or the network's refusal. */
  of(did: string, convoId: unknown): Convo {
    const convo = this.convos.get(String(convoId));
    if (!convo?.members.includes(did)) throw new Refusal(400, 'InvalidConvo', 'Convo not found');
    return convo;
  }

  logOf = (did: string): readonly LogLine[] => this.#logs.get(did) ?? [];

  convoView({ id, rev, members, messages, requestFor }: Convo, did: string) {
    const last = messages.at(-1);
    return {
      id,
      rev,
      members: members.map((member) => this.#views.profileBasic(this.#store.accounts.get(member) as Account)),
      muted: false,
      status: requestFor.has(did) ? 'request' : 'accepted',
      unreadCount: 0,
      ...(last ? { lastMessage: this.messageView(last) } : {}),
    };
  }

  messageView({ id, rev, text, facets, replyTo, by, at, isDeleted, reactions }: ChatMessage): Record<string, unknown> {
    const base = { id, rev, sender: { did: by }, sentAt: at.toISOString() };
    if (isDeleted) return { $type: `${DEFS}#deletedMessageView`, ...base };
    return {
      $type: `${DEFS}#messageView`,
      ...base,
      text,
      ...(facets === undefined ? {} : { facets }),
      ...(replyTo === undefined ? {} : { replyTo: { id: replyTo } }),
      reactions: reactions.map((one) => ({
        value: one.value,
        sender: { did: one.by },
        createdAt: one.at.toISOString(),
      })),
    };
  }

  #tell(convo: Convo, at: Date, rev: string, kind: string, rest: Record<string, unknown>): void {
    for (const did of convo.members) this.#log(did, at, rev, `${DEFS}#${kind}`, { convoId: convo.id, ...rest });
  }

  #log(did: string, at: Date, rev: string, $type: string, rest: Record<string, unknown>): void {
    const lines = this.#logs.get(did) ?? [];
    lines.push({ rev, at, line: { $type, rev, ...rest } });
    lines.sort((a, b) => (a.rev < b.rev ? -1 : 1));
    this.#logs.set(did, lines);
  }
}
