import { createLag } from '../lag.ts';
import { type Answer, type Faults, noFaults, type Persona, type SimulatedNetwork } from '../network.ts';
import { createRandom } from '../random.ts';
import { AppTokens } from './app-tokens.ts';
import { Bill } from './bill.ts';
import { openDelivery } from './delivery.ts';
import { type Hooks, openHooks } from './hooks.ts';
import type { Keys } from './oauth.ts';
import { People } from './people.ts';
import { reading } from './reading.ts';
import { remember } from './remember.ts';
import { listen, type Standing } from './server.ts';
import { Sight } from './sight.ts';
import { type Account, Store } from './store.ts';
import { Stream } from './stream.ts';
import { streaming } from './streaming.ts';
import { startTelling } from './telling.ts';
import { createUploads } from './uploads.ts';
import { Views } from './views.ts';
import { writing } from './writing.ts';

export interface XBrand {
  readonly id: string;
  readonly username: string;
  readonly name?: string;
  /** Posts that stand there from the beginning, oldest first. */
  readonly posts?: readonly string[];
}
export interface XOptions {
  /** 0 or absent: any free one. */
  readonly port?: number;
  readonly seed?: number;
  readonly now?: () => Date;
  readonly brand: XBrand;
  readonly plan?: Standing['plan'];
  /** Calls are counted in quarters of an hour, as on the real network. */
  readonly isLimited?: boolean;
  /** How a webhook's address, which must be public, is reached in here; absent: as it is. */
  readonly reach?: (address: string) => string;
}
export interface XNetwork extends SimulatedNetwork {
  /** What stands in for `https://api.x.com`. */
  readonly url: string;
  readonly brand: Account;
  /** What an admin would copy from the developer console. */
  readonly keys: Keys;
  readonly standing: Standing;
  readonly store: Store;
  /** Where the app has what happens sent, and what of it. */
  readonly hooks: Hooks;
  /** What reading has cost today. */
  readonly bill: Bill;
  readonly stream: Stream;
  /** The tokens that it gave itself by its keys. */
  readonly apps: AppTokens;
  /** From now on, searches of which this holds are answered as odd ones, as when the network drops an operator. */
  refuseSearch(isOdd: (query: string) => boolean): void;
  /** The brand writes something in the network's own app. */
  publish(text: string, how?: { readonly inReplyTo?: string; readonly at?: Date }): { readonly id: string };
  /** The brand answers in a private line, in the network's own app. */
  answerDirect(persona: Persona, text: string, at?: Date): { readonly id: string };
  /** Whether this person takes direct messages from the company. */
  setTakesMessages(persona: Persona, takes: boolean): void;
}

export async function startX(options: XOptions): Promise<{ network: XNetwork; url: string; close(): Promise<void> }> {
  const { brand: wanted, now = () => new Date(), seed = 1, plan = 'self_serve', isLimited = true } = options;
  const faults: Faults = noFaults();
  const random = createRandom(seed);
  const store = new Store();
  const { id, username, name = username } = wanted;
  const brand: Account = { id, username, name, followers: 4_210, takesMessages: true };
  store.accounts.set(brand.id, brand);
  const keys: Keys = {
    apiKey: `xApiKey${seed}`,
    apiSecret: `xApiSecret${seed}/+=`,
    accessToken: `${id}-AccessToken${seed}`,
    accessSecret: `AccessSecret${seed}!*`,
    bearer: `user-token-${seed}`,
  };
  const standing: Standing = {
    plan,
    rights: 'read-write-directmessages',
    hasCredit: true,
    isEnrolled: true,
    streamRefused: null,
    hasActivity: true,
    hasAccountActivity: true,
    isPrivateTold: true,
    takesQuery: true,
  };
  let url = '';
  const lag = createLag(faults, random, now);
  const views = new Views(store, () => url);
  const uploads = createUploads(store, now);
  let odd = (_query: string): boolean => false;
  const isEnterprise = () => standing.plan === 'enterprise';
  const bill = new Bill(now);
  const apps = new AppTokens(keys);
  const stream = new Stream({ store, views, bill, lag, now, connectionsMost: () => (isEnterprise() ? 2 : 1) });
  const { apiSecret } = keys;
  const { courier, check } = openDelivery({
    apiSecret,
    faults,
    random,
    reach: options.reach ?? ((address) => address),
  });
  const most = plan === 'enterprise' ? 5 : 1;
  const hooks = openHooks({ brand, standing, now, nextId: store.nextId, check, most });
  startTelling({ store, views, brand, standing, hooks, push: courier.push });
  const endpoints = [
    ...streaming({ stream, store, now, isEnterprise }),
    ...hooks.endpoints,
    ...reading({ store, views, lag, brand, now, isEnterprise, isOdd: (query) => odd(query) }),
    ...writing({ store, uploads, brand, now, isEnterprise }),
  ];
  const started = await listen(options.port ?? 0, {
    endpoints,
    store,
    bill,
    keys,
    apps,
    standing,
    faults,
    lag,
    random,
    now,
    isLimited,
  });
  url = started.url;
  const people = new People(store, brand, now);
  const sight = new Sight(store, brand);

  const publish: XNetwork['publish'] = (text, { inReplyTo, at = now() } = {}) => {
    const parent = inReplyTo === undefined ? undefined : store.posts.get(inReplyTo);
    const postId = store.nextId(at);
    const to = parent && store.accounts.get(parent.authorId);
    const whole = to && to.id !== brand.id ? `@${to.username} ${text}` : text;
    const reply = parent ? { repliedTo: parent.id } : {};
    const conversationId = parent?.conversationId ?? postId;
    return store.put({
      id: postId,
      authorId: brand.id,
      text: whole,
      at,
      conversationId,
      ...reply,
      media: [],
      history: [postId],
    });
  };
  for (const text of wanted.posts ?? []) publish(text);

  const personas = new Map<string, string>();
  const listeners = new Set<(answer: Answer) => void>();
  const tell = (accountId: string, answer: (persona: string) => Answer) => {
    const persona = personas.get(accountId);
    if (persona !== undefined) for (const listener of listeners) listener(answer(persona));
  };
  store.onPost((post) => {
    if (post.authorId !== brand.id || post.reposted !== undefined) return;
    for (const one of sight.reachedBy(post)) tell(one, (persona) => sight.answerOfPost(post, persona));
  });
  store.onMessage((message) => {
    if (message.senderId !== brand.id) return;
    for (const one of message.conversationId.split('-'))
      tell(one, (persona) => sight.answerOfMessage(message, persona));
  });
  /** Whoever does something is known from then on, and told of answers. */
  const knownAs = (persona: Persona) => {
    const account = people.accountOf(persona);
    personas.set(account.id, persona.id);
    return account;
  };
  const lineWith = (persona: Persona) =>
    [knownAs(persona).id, brand.id].toSorted((a, b) => Number(BigInt(a) - BigInt(b))).join('-');

  const network: XNetwork = {
    channel: 'x',
    name: 'X',
    faults,
    url,
    brand,
    keys,
    standing,
    store,
    hooks,
    bill,
    stream,
    apps,
    refuseSearch(isOdd) {
      odd = isOdd;
    },
    publish,
    answerDirect: (persona, text, at = now()) =>
      store.write({ id: store.nextId(at), conversationId: lineWith(persona), senderId: brand.id, text, at, media: [] }),
    setTakesMessages(persona, takes) {
      knownAs(persona).takesMessages = takes;
    },
    places: () => sight.places(),
    async say(persona, said) {
      knownAs(persona);
      return people.say(persona, said);
    },
    async edit(persona, messageId, text) {
      people.edit(persona, messageId, text);
    },
    async remove(persona, messageId) {
      people.remove(persona, messageId);
    },
    async react(persona, messageId) {
      people.react(persona, messageId);
    },
    view: (persona) => sight.view(knownAs(persona).id),
    remember: (said) => remember({ store, brand, accountOf: knownAs }, said),
    onAnswer(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    // what is polled is ready to be read at once
    settled: courier.settled,
    async close() {
      stream.close();
      await courier.close();
      started.server.closeAllConnections();
      await new Promise<void>((resolve) => started.server.close(() => resolve()));
    },
  };
  return { network, url, close: () => network.close() };
}
