import type { AddressInfo } from 'node:net';
import { noFaults, type Persona, type SimulatedNetwork } from '../network.ts';
import { seeded } from '../personas/random.ts';
import { openDelivery } from './delivery.ts';
import { createMethods } from './methods.ts';
import { BUSINESS, DIRECT, GROUP, openPeople } from './people.ts';
import { Refusal } from './refusal.ts';
import { seenId } from './sending.ts';
import { createApi } from './server.ts';
import { type ChatState, keepChat, type State } from './state.ts';
import { connectionView } from './views.ts';

export interface TelegramSimulatorOptions {
  /** 0 or absent: any free one. */
  readonly port?: number;
  readonly seed: number;
  readonly now: () => Date;
  readonly token: string;
  readonly name: string;
  readonly username: string;
  /** The company's own account, behind which the bot stands. */
  readonly business?: { readonly name: string; readonly username: string };
  readonly groupTitle?: string;
}

export interface TelegramNetwork {
  readonly network: SimulatedNetwork;
  /** What stands before `/bot<token>`. */
  readonly url: string;
  /** As if the bot had been set up by hand: every kind of update goes to this address. */
  subscribe(callbackUrl: string, secret: string): void;
  /** Where Telegram delivers to now; empty: nowhere. */
  readonly webhook: State['webhook'];
  readonly bot: State['bot'];
  /** Buttons that still turn for whoever tapped them. */
  readonly turning: ReadonlySet<string>;
  tapButton(persona: Persona, messageId: string, words: string): string;
  block(persona: Persona, isBlocked: boolean): void;
  /** The owner of the business account answers by hand. Gives the message's id. */
  answerAsOwner(persona: Persona, text: string): string;
  connectBusiness(isEnabled: boolean, canReply?: boolean): void;
  /** The channel posts, and its copy appears in the group. Gives the id of the copy. */
  publishInChannel(text: string): string;
  /** The group becomes a supergroup with another id. Gives that id. */
  growGroup(): number;
  /** A message of another kind: Telegram's own fields. */
  sayExtra(persona: Persona, place: string, extra: Readonly<Record<string, unknown>>, albumId?: string): string;
  /** The next call gets this answer. */
  refuseNext(code: number, description: string, parameters?: Readonly<Record<string, unknown>>): void;
  close(): Promise<void>;
}

const ALL = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
  'message_reaction',
  'business_connection',
  'business_message',
  'edited_business_message',
  'deleted_business_messages',
];

/** The Bot API on loopback, with one bot, one group and one business account. */
export async function startTelegram(options: TelegramSimulatorOptions): Promise<TelegramNetwork> {
  const { token, name, username, now, seed, groupTitle = 'Owners' } = options;
  const group: ChatState = {
    id: -1001987654321,
    type: 'supergroup',
    title: groupTitle,
    messages: [],
    nextId: 1,
    isBlocked: false,
  };
  const { name: ownerName, username: ownerHandle } = options.business ?? { name: 'The shop', username: 'the_shop' };
  const state: State = {
    bot: { id: Number(token.split(':')[0]), token, name, username, readsAll: false },
    business: {
      id: 'bc_9f2',
      ownerId: 555_000_111,
      name: ownerName,
      username: ownerHandle,
      isEnabled: true,
      canReply: true,
    },
    group,
    chats: new Map(),
    personas: new Map(),
    files: new Map(),
    webhook: { url: '', secret: '', allowed: null, lastError: null },
    turning: new Set(),
    faults: noFaults(),
    now,
    random: seeded(seed),
    listeners: new Set(),
  };
  keepChat(state, group);
  const refusals: Refusal[] = [];
  const delivery = openDelivery(state, (method, params) => {
    try {
      void methods.get(method.toLowerCase())?.(params);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error; // nobody hears of a call in the answer of a webhook
    }
  });
  const methods = createMethods(state, delivery);
  const people = openPeople(state, delivery);
  const server = createApi(state, methods, refusals);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });

  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= (async () => {
      await delivery.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    })();
    return closing;
  };

  const network: SimulatedNetwork = {
    channel: 'telegram',
    name: 'Telegram',
    faults: state.faults,
    places: () => people.places(),
    say: async (persona, said) => people.say(persona, said),
    edit: async (persona, id, text) => people.edit(persona, id, text),
    remove: async (persona, id) => people.remove(persona, id),
    react: async (persona, id, emoji) => people.react(persona, id, emoji),
    view: (persona) => people.view(persona),
    remember: (said) => people.remember(said),
    onAnswer(listener) {
      state.listeners.add(listener);
      return () => state.listeners.delete(listener);
    },
    settled: () => delivery.settled(),
    close,
  };

  return {
    network,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    subscribe(url, secret) {
      Object.assign(state.webhook, { url, secret, allowed: ALL });
      delivery.wake();
    },
    webhook: state.webhook,
    bot: state.bot,
    turning: state.turning,
    tapButton: people.tap,
    block: people.block,
    answerAsOwner: (persona, text) => seenId(people.hear(people.chatOf(persona, BUSINESS), 'owner', { text })),
    connectBusiness(isEnabled, canReply = true) {
      Object.assign(state.business, { isEnabled, canReply });
      delivery.push('business_connection', connectionView(state));
    },
    publishInChannel: (text) => seenId(people.hear(group, 'channel', { text })),
    growGroup() {
      const movedTo = -1002000000000 - group.nextId;
      people.hear(group, 'channel', { text: '', extra: { migrate_to_chat_id: movedTo, is_automatic_forward: false } });
      keepChat(state, { ...group, id: movedTo, messages: [], nextId: 1 });
      group.movedTo = movedTo;
      return movedTo;
    },
    sayExtra: (persona, place, extra, albumId) =>
      seenId(people.hear(people.chatOf(persona, place), persona, { text: '', extra, albumId })),
    refuseNext: (code, description, parameters) => refusals.push(new Refusal(code, description, parameters)),
    close,
  };
}

export { BUSINESS, DIRECT, GROUP };
