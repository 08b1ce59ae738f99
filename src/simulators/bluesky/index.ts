import { createLag } from '../lag.ts';
import { type Answer, type Faults, noFaults, type Persona, type SimulatedNetwork } from '../network.ts';
import { createRandom } from '../random.ts';
import { Chat } from './chat.ts';
import { chatting } from './chatting.ts';
import { didFor } from './ids.ts';
import { People } from './people.ts';
import { reading } from './reading.ts';
import { remember } from './remember.ts';
import { listen } from './server.ts';
import { Sight } from './sight.ts';
import { type SignInState, signingIn } from './sign-in.ts';
import { type Account, POST, type Post, Store } from './store.ts';
import { type AppPassword, Tokens } from './tokens.ts';
import { Views } from './views.ts';
import { writing } from './writing.ts';

export interface BlueskyBrand {
  readonly handle: string;
  readonly name?: string;
  /** The app password that an admin would enter; it allows direct messages. */
  readonly password: string;
  readonly did?: string;
  /** Posts that stand there from the beginning, oldest first. */
  readonly posts?: readonly string[];
  /** Who may begin a direct conversation; a record of the account. */
  readonly allowIncoming?: 'all' | 'following' | 'none';
}
export interface BlueskyOptions {
  /** 0 or absent: any free one. */
  readonly port?: number;
  readonly seed?: number;
  readonly now?: () => Date;
  readonly brand: BlueskyBrand;
  /** How long an access token is good, in milliseconds; two hours on the real network. */
  readonly accessMs?: number;
  /** Calls in five minutes; 3,000 on the real network. */
  readonly limit?: number;
}

export interface BlueskyNetwork extends SimulatedNetwork {
  /** What goes into the form as the server. */
  readonly url: string;
  readonly brand: Account;
  /** An app password without the right to direct messages. */
  readonly plainPassword: string;
  readonly mainPassword: string;
  /** The account's standing, as moderation or its owner changes it. */
  readonly standing: SignInState;
  /** All access tokens end, as after two hours. */
  expireSessions(): void;
  /** The brand writes something in the network's own app. */
  publish(
    text: string,
    how?: { readonly inReplyTo?: string /** For history. */; readonly at?: Date },
  ): { readonly id: string };
  /** The author of a post does not let it be quoted (any more). */
  forbidQuotes(uri: string): void;
  /** Searches that are refused, as they were asked. */
  readonly oddSearches: Set<string>;
  /** The brand answers a direct message in the network's own app. */
  answerDirect(convoId: string, text: string, at?: Date): { readonly id: string };
}

const HOUR_MS = 3_600_000;

export async function startBluesky(options: BlueskyOptions): Promise<BlueskyNetwork> {
  const { brand: wanted, now = () => new Date(), accessMs = 2 * HOUR_MS, limit = 3_000, seed = 1 } = options;
  const faults: Faults = noFaults();
  const random = createRandom(seed);
  const store = new Store();
  const brand: Account = {
    did: wanted.did ?? didFor(`brand ${wanted.handle}`),
    handle: wanted.handle,
    displayName: wanted.name ?? wanted.handle.split('.')[0] ?? wanted.handle,
    followers: 4_210,
    createdAt: new Date(Date.UTC(2024, 0, 1)),
  };
  store.accounts.set(brand.did, brand);
  let url = '';
  const views = new Views(store, () => url);
  const chat = new Chat(store, views);
  const people = new People(store, chat, brand, now);
  const sight = new Sight(store, chat, brand);
  const tokens = new Tokens(now, accessMs, `seed ${seed}`);
  const standing: SignInState = { status: null, hasTwoFactor: false };
  const plainPassword = `${wanted.password}-plain`;
  const mainPassword = `${wanted.password}-main`;
  const appPasswords: AppPassword[] = [
    { password: wanted.password, isPrivileged: true },
    { password: plainPassword, isPrivileged: false },
  ];
  const lag = createLag(faults, random, now);
  const endpoints = {
    ...signingIn(brand, mainPassword, appPasswords, tokens, standing, faults, now, () => url),
    ...writing(store, now),
    ...reading(store, views, lag),
    ...chatting(store, chat, lag, now),
  };
  const started = await listen(options.port ?? 0, { endpoints, store, tokens, faults, lag, random, now, limit });
  url = started.url;

  const publish: BlueskyNetwork['publish'] = (text, { inReplyTo, at = now() } = {}) => {
    const parent = inReplyTo === undefined ? undefined : store.post(inReplyTo);
    const reply = parent && { root: parent.value.reply?.root ?? ref(parent), parent: ref(parent) };
    const value = { $type: POST, text, createdAt: at.toISOString(), ...(reply ? { reply } : {}) };
    return { id: store.put(brand.did, POST, store.nextTid(at), value, at).uri };
  };
  for (const text of wanted.posts ?? []) publish(text);
  const allowIncoming = wanted.allowIncoming ?? 'all';
  store.put(
    brand.did,
    'chat.bsky.actor.declaration',
    'self',
    { $type: 'chat.bsky.actor.declaration', allowIncoming },
    now(),
  );

  const personas = new Map<string, string>();
  const listeners = new Set<(answer: Answer) => void>();
  const tell = (did: string, answer: (persona: string) => Answer) => {
    const persona = personas.get(did);
    if (persona !== undefined) for (const listener of listeners) listener(answer(persona));
  };
  store.onWrite((record) => {
    if (record.did !== brand.did || record.collection !== POST) return;
    const post = record as unknown as Post;
    for (const did of sight.reachedBy(post)) tell(did, (persona) => sight.answerOfPost(post, persona));
  });
  chat.onMessage((convo, message) => {
    if (message.by !== brand.did) return;
    for (const did of convo.members) tell(did, (persona) => sight.answerOfMessage(convo, message, persona));
  });
  /** Whoever does something is known from then on, and told of answers. */
  const knownAs = (persona: Persona) => {
    const { did } = people.accountOf(persona);
    personas.set(did, persona.id);
    return did;
  };

  return {
    channel: 'bluesky',
    name: 'Bluesky',
    faults,
    url,
    brand,
    plainPassword,
    mainPassword,
    standing,
    expireSessions: () => tokens.endAccess(),
    publish,
    oddSearches: store.oddSearches,
    forbidQuotes: (uri) => void store.closedToQuotes.add(uri),
    answerDirect: (convoId, text, at = now()) => chat.say(chat.of(brand.did, convoId), brand.did, { text }, at),
    places: () => sight.places(),
    async say(persona, said) {
      knownAs(persona);
      return people.say(persona, said);
    },
    async remove(persona, messageId) {
      knownAs(persona);
      people.remove(persona, messageId);
    },
    async react(persona, messageId, emoji) {
      knownAs(persona);
      people.react(persona, messageId, emoji);
    },
    view: (persona) => sight.view(knownAs(persona)),
    remember(said) {
      const accountOf = (persona: Persona) => {
        knownAs(persona);
        return people.accountOf(persona);
      };
      remember({ store, chat, brand, accountOf }, said);
    },
    onAnswer(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async settled() {}, // everything is polled: what was said is ready to be read at once
    async close() {
      started.server.closeAllConnections();
      await new Promise<void>((resolve) => started.server.close(() => resolve()));
    },
  };
}

const ref = ({ uri, cid }: Post) => ({ uri, cid });
