import { listen } from '../loopback/listen.ts';
import { minter } from '../meta/ids.ts';
import { seeded } from '../meta/random.ts';
import { Refusal as GraphRefusal } from '../meta/refusal.ts';
import { noFaults, type Persona, type SimulatedNetwork } from '../network.ts';
import { lineOf, memberOf, userIdFor } from './members.ts';
import { whatsAppNetwork } from './network.ts';
import { openPostOffice } from './post-office.ts';
import { Refusal } from './refusal.ts';
import { createGraph } from './server.ts';
import { type Member, type Number_, newMessageId, type Quirks, type State, unix } from './state.ts';
import { openTalk } from './talk.ts';
import { type KnownTemplate, SHOP_TEMPLATES } from './templates.ts';

export interface WhatsAppOptions {
  /** 0 or absent: any free one. */
  readonly port?: number;
  readonly seed: number;
  readonly now: () => Date;
  readonly appId: string;
  readonly appSecret: string;
  readonly verifyToken: string;
  readonly wabaId: string;
  readonly token: string;
  readonly numbers: readonly {
    readonly id: string;
    readonly display: string;
    readonly name: string;
    readonly isInApp?: boolean;
  }[];
  readonly templates?: readonly KnownTemplate[];
  /** As if the app had been set up by hand: the address is taken without asking it. */
  readonly callbackUrl?: string;
  /** Who has a username and so hides their number; absent: one in four. */
  readonly hides?: (persona: Persona) => boolean;
  readonly isStatusFirst?: boolean;
  /** At most so many changes share a request; absent: 3. */
  readonly changesPerRequest?: number;
}

export interface WhatsApp {
  readonly network: SimulatedNetwork;
  readonly url: string;
  /** With the version: `http://127.0.0.1:4321/v26.0`. */
  readonly graphUrl: string;
  subscribe(callbackUrl: string): void;
  /** The account is no longer tied to the app: what happens waits, and nothing says so. */
  unsubscribe(): void;
  /** Ties the account to the app without an address of its own. */
  tieToApp(): void;
  /** The app of somebody else's desk: webhooks go there unless an account has an address of its own. */
  sendAppElsewhere(callbackUrl: string, fields: readonly string[]): void;
  /** Taps one of the answers below a message of ours. */
  tap(numberId: string, persona: Persona, messageId: string, title: string): void;
  read(numberId: string, persona: Persona): void;
  typeInApp(numberId: string, persona: Persona, text: string, at?: Date): string;
  changeNumber(numberId: string, persona: Persona): Member;
  /** Takes a username: the number is hidden from then on. */
  takeUsername(persona: Persona, username: string): void;
  leave(persona: Persona): void;
  /** How this person is known here. */
  phoneOf(persona: Persona): Pick<Member, 'phone' | 'userId'>;
  /** Delivers a message as it is given, from this person: for the kinds that nothing here brings about. */
  emit(numberId: string, persona: Persona, element: Readonly<Record<string, unknown>>): string;
  /** The next call to write or upload gets this answer. */
  refuseNext(code: number, details?: string): void;
  readonly token: { expiresAt: Date | null; scopes: string[] };
  readonly numbers: readonly Number_[];
  readonly quirks: Quirks;
  close(): Promise<void>;
}

const FIELDS = ['messages', 'smb_message_echoes', 'history', 'user_preferences'];

/** The Cloud API of WhatsApp on loopback, with one business account. */
export async function startWhatsApp(options: WhatsAppOptions): Promise<WhatsApp> {
  const { appId, appSecret, verifyToken, wabaId, token, now } = options;
  const isOneInFour = (persona: Persona) => (persona.id.codePointAt(persona.id.length - 1) ?? 0) % 4 === 0;
  const state: State = {
    appId,
    appSecret,
    verifyToken,
    wabaId,
    token,
    now,
    tokenFacts: { expiresAt: null, scopes: ['whatsapp_business_messaging', 'whatsapp_business_management'] },
    numbers: options.numbers.map(({ id, display, name, isInApp = false }) => ({
      id,
      display,
      name,
      isInApp,
      quality: 'GREEN',
      nameStatus: 'APPROVED',
      status: 'CONNECTED',
    })),
    templates: (options.templates ?? SHOP_TEMPLATES).map((template) => ({ ...template })),
    members: new Map(),
    lines: new Map(),
    files: new Map(),
    faults: noFaults(),
    app: { callbackUrl: null, fields: new Set() },
    fed: { isSubscribed: false, override: null },
    hides: options.hides ?? isOneInFour,
    random: seeded(options.seed),
    newId: minter(now()),
    answered: new Set(),
    quirks: { emptyPages: false, failsLater: false },
    url: '',
  };
  const office = openPostOffice(state, options.changesPerRequest ?? 3);
  const talk = openTalk(state, office);
  const refusals: GraphRefusal[] = [];
  const server = createGraph({ state, talk, office, refusals, isStatusFirst: options.isStatusFirst ?? false });
  const { url, close } = await listen(server, options.port, office);
  state.url = url;
  const lineBy = (numberId: string, persona: Persona) => {
    const number = state.numbers.find(({ id }) => id === numberId);
    if (!number) throw new Error(`There is no number ${numberId}`);
    return lineOf(state, number, memberOf(state, persona));
  };
  const subscribe = (callbackUrl: string) => {
    state.app.callbackUrl = callbackUrl;
    for (const field of FIELDS) state.app.fields.add(field);
    state.fed.isSubscribed = true;
    office.wake();
  };
  if (options.callbackUrl !== undefined) subscribe(options.callbackUrl);

  return {
    network: whatsAppNetwork(state, talk, office, close),
    url: state.url,
    graphUrl: `${state.url}/v26.0`,
    subscribe,
    unsubscribe() {
      state.fed.isSubscribed = false;
      state.fed.override = null;
    },
    tieToApp() {
      state.fed.isSubscribed = true;
      office.wake();
    },
    sendAppElsewhere(callbackUrl, fields) {
      state.app.callbackUrl = callbackUrl;
      state.app.fields.clear();
      for (const field of fields) state.app.fields.add(field);
      state.fed.isSubscribed = false;
      state.fed.override = null;
    },
    tap(numberId, persona, messageId, title) {
      const line = lineBy(numberId, persona);
      const message = line.messages.find(({ id }) => id === messageId);
      const choice = message?.choices?.find((one) => one.title === title);
      if (!message?.choices || !choice) throw new Error(`There is no "${title}" to tap below ${messageId}`);
      const kind = message.choices.length > 3 ? 'list_reply' : 'button_reply';
      const element = { type: 'interactive', interactive: { type: kind, [kind]: choice } };
      talk.hear(line, { text: title, replyTo: messageId, element });
    },
    read: (numberId, persona) => talk.read(lineBy(numberId, persona)),
    typeInApp: (numberId, persona, text, at) => talk.typeInApp(lineBy(numberId, persona), text, at).id,
    changeNumber(numberId, persona) {
      const line = lineBy(numberId, persona);
      const { member } = line;
      const before = { phone: member.phone, userId: member.userId };
      const next = {
        phone: `${before.phone.slice(0, -1)}${(Number(before.phone.at(-1)) + 1) % 10}`,
        change: unix(now()),
      };
      const userId = userIdFor(state, persona, next.change);
      talk.tell(line, {
        id: newMessageId(state),
        timestamp: String(unix(now())),
        type: 'system',
        system: {
          type: member.username ? 'user_changed_user_id' : 'user_changed_number',
          body: `${persona.name} changed their number`,
          ...(member.username ? {} : { wa_id: next.phone }),
          user_id: userId,
          previous_user_id: before.userId,
        },
      });
      member.phone = next.phone;
      member.userId = userId;
      return member;
    },
    takeUsername(persona, username) {
      memberOf(state, persona).username = username;
    },
    leave(persona) {
      memberOf(state, persona).hasLeft = true;
    },
    phoneOf: (persona) => memberOf(state, persona),
    emit(numberId, persona, element) {
      return talk.hear(lineBy(numberId, persona), { text: '', element }).id;
    },
    refuseNext(code, details = 'As the test wants it.') {
      refusals.push(code < 1_000 ? new GraphRefusal(code, details) : new Refusal(code, 'Refused', details));
    },
    token: state.tokenFacts,
    numbers: state.numbers,
    quirks: state.quirks,
    close,
  };
}
