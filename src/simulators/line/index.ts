import { listen } from '../loopback/listen.ts';
import { noFaults, type Persona, type SimulatedNetwork } from '../network.ts';
import { seeded } from '../personas/random.ts';
import { openChats } from './chats.ts';
import { groupIdOf, messageIds } from './ids.ts';
import { lineNetwork } from './line-network.ts';
import { createApi } from './server.ts';
import { type Account, chatWith, type File, friendOf, type State } from './state.ts';
import { openWebhooks } from './webhooks.ts';

export interface LineSimulatorOptions {
  /** 0 or absent: any free one. */
  readonly port?: number;
  readonly seed: number;
  readonly now: () => Date;
  readonly account: Account;
  /** As if it had been set in the console before. */
  readonly callbackUrl?: string;
  /** "Use webhook" of the console; on when absent. */
  readonly isWebhookOn?: boolean;
  /** "Webhook redelivery" of the console; on when absent. */
  readonly isRedelivering?: boolean;
  /** Messages of a month; absent: as many as one likes. */
  readonly quota?: number;
}

export interface LineSimulator {
  readonly network: SimulatedNetwork;
  /** The connector's `baseUrl`. */
  readonly url: string;
  subscribe(callbackUrl: string): void;
  /** Turns "Use webhook" of the console. */
  useWebhook(isOn: boolean): void;
  /** A group with these people and the account in it. Gives its id, which is also its place. */
  group(name: string, members: readonly Persona[]): string;
  befriend(persona: Persona): void;
  block(persona: Persona): void;
  /** Taps a quick reply on the screen. */
  tap(persona: Persona, label: string): void;
  postback(persona: Persona, data: string): void;
  /** Says something that is neither words nor a file: a sticker, a place. Gives the message's id. */
  send(persona: Persona, part: Readonly<Record<string, unknown>>): string;
  /** How it stands with preparing what was sent; null: LINE has deleted it. */
  prepare(messageId: string, status: File['status'] | null): void;
  /** Another app of the account holds the chats. */
  giveAway(isStandby: boolean): void;
  /** Delivers an event as it is given: for the odd ones that nothing here brings about. */
  emit(type: string, source: Readonly<Record<string, unknown>> | null, rest: Readonly<Record<string, unknown>>): void;
  close(): Promise<void>;
}

/** LINE's Messaging API on loopback, with one account. */
export async function startLine(options: LineSimulatorOptions): Promise<LineSimulator> {
  const { now } = options;
  const state: State = {
    account: options.account,
    faults: noFaults(),
    now,
    random: seeded(options.seed),
    newMessageId: messageIds(now()),
    isRedelivering: options.isRedelivering ?? true,
    quota: options.quota ?? null,
    chats: new Map(),
    friends: new Map(),
    files: new Map(),
    tokens: new Map(),
    replyTokens: new Map(),
    accepted: new Map(),
    listeners: new Set(),
    pushed: new Map(),
    month: () => now().toISOString().slice(0, 7),
    webhook: { url: options.callbackUrl ?? '', isActive: options.isWebhookOn ?? true },
    isStandby: false,
    url: '',
  };
  const webhooks = openWebhooks(state);
  const chats = openChats(state, webhooks);
  const server = createApi({ state, chats, webhooks });
  const { url, close } = await listen(server, options.port, webhooks);
  state.url = url;
  const lineOf = (persona: Persona) => {
    const friend = friendOf(state, persona);
    return { friend, chat: chatWith(state, friend) };
  };

  return {
    network: lineNetwork(state, chats, webhooks, close),
    url: state.url,
    subscribe(callbackUrl) {
      state.webhook.url = callbackUrl;
      webhooks.wake();
    },
    useWebhook(isOn) {
      state.webhook.isActive = isOn;
    },
    group(name, members) {
      const id = groupIdOf(state.account.channelId, name);
      const ids = members.map((persona) => friendOf(state, persona).userId);
      state.chats.set(id, { id, kind: 'group', name, members: new Set(ids), messages: [], choices: [] });
      chats.emit('join', { type: 'group', groupId: id }, {});
      return id;
    },
    befriend: (persona) => chats.befriend(friendOf(state, persona)),
    block: (persona) => chats.block(friendOf(state, persona)),
    tap(persona, label) {
      const { friend, chat } = lineOf(persona);
      if (!chat.choices.includes(label)) throw new Error(`There is no "${label}" on the screen`);
      chats.hear(chat, friend, { type: 'text', text: label }, { text: label });
    },
    postback(persona, data) {
      const { friend, chat } = lineOf(persona);
      chats.postback(chat, friend, data);
    },
    send(persona, part) {
      const { friend, chat } = lineOf(persona);
      return chats.hear(chat, friend, part, { text: `[${String(part.type)}]` }).id;
    },
    prepare(messageId, status) {
      const file = state.files.get(messageId);
      if (status === null) state.files.delete(messageId);
      else if (file && status) file.status = status;
    },
    giveAway(isStandby) {
      state.isStandby = isStandby;
    },
    emit: chats.emit,
    close,
  };
}
