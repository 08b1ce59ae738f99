import { listen } from '../loopback/listen.ts';
import { noFaults, type Persona, type SimulatedNetwork } from '../network.ts';
import { seeded } from '../personas/random.ts';
import { openBot } from './bot.ts';
import { openCallbacks } from './callbacks.ts';
import { EVENTS } from './calls.ts';
import { tokens } from './ids.ts';
import { createApi } from './server.ts';
import { type Bot, chatOf, type State } from './state.ts';
import { viberNetwork } from './viber-network.ts';

export interface ViberSimulatorOptions {
  /** 0 or absent: any free one. */
  readonly port?: number;
  readonly seed: number;
  readonly now: () => Date;
  readonly bot: Bot;
  /** As if the webhook had been set before: the address is taken without asking it. */
  readonly callbackUrl?: string;
  /** Devices of each person; 1 when absent. */
  readonly devices?: number;
}

export interface ViberSimulator {
  readonly network: SimulatedNetwork;
  /** Where the Bot API is: the connector's `baseUrl`. */
  readonly url: string;
  /** Takes an address as it is, as if somebody had set it elsewhere. */
  subscribe(callbackUrl: string): void;
  /** Somebody opens the chat, by a link with a context or plainly. */
  open(persona: Persona, context?: string): void;
  join(persona: Persona): void;
  leave(persona: Persona): void;
  /** The person looks at what was written to them. */
  see(persona: Persona): void;
  /** Taps a button of the keyboard on the screen. */
  tap(persona: Persona, label: string): void;
  /** Says something that is neither words nor a file: a sticker, a place, a contact, a link. */
  send(persona: Persona, message: Readonly<Record<string, unknown>>): string;
  /** Delivers a callback as it is given: for the odd ones that nothing here brings about. */
  emit(body: Readonly<Record<string, unknown>>): void;
  close(): Promise<void>;
}

/** Viber's Bot API on loopback, with one bot. */
export async function startViber(options: ViberSimulatorOptions): Promise<ViberSimulator> {
  const state: State = {
    bot: options.bot,
    faults: noFaults(),
    now: options.now,
    random: seeded(options.seed),
    mint: tokens(options.now()),
    devices: options.devices ?? 1,
    chats: new Map(),
    files: new Map(),
    listeners: new Set(),
    webhook: null,
    url: '',
  };
  const callbacks = openCallbacks(state);
  const lines = openBot(state, callbacks);
  const server = createApi({ state, lines, callbacks });
  const { url, close } = await listen(server, options.port, callbacks);
  state.url = url;
  const subscribe = (url: string) => {
    state.webhook = { url, events: EVENTS, hasName: true };
    callbacks.wake();
  };
  if (options.callbackUrl !== undefined) subscribe(options.callbackUrl);

  return {
    network: viberNetwork(state, lines, callbacks, close),
    url: state.url,
    subscribe,
    open: (persona, context) => lines.open(chatOf(state, persona), context),
    join: (persona) => lines.subscribe(chatOf(state, persona)),
    leave: (persona) => lines.leave(chatOf(state, persona)),
    see: (persona) => lines.see(chatOf(state, persona)),
    tap: (persona, label) => lines.tap(chatOf(state, persona), label),
    send: (persona, message) =>
      lines.hear(chatOf(state, persona), message, { text: `[${String(message.type)}]` }).token,
    emit: lines.emit,
    close,
  };
}
