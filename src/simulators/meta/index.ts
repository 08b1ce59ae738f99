import type { AddressInfo } from 'node:net';
import { noFaults, type Persona, type SimulatedNetwork } from '../network.ts';
import { openDelivery } from './delivery.ts';
import { facebookNetwork } from './facebook-network.ts';
import { findThing, isComment, openFeed, pageAs } from './feed.ts';
import { minter } from './ids.ts';
import { openLines, PAGE_INBOX_APP } from './lines.ts';
import { messengerNetwork } from './messenger-network.ts';
import { seeded } from './random.ts';
import { Refusal } from './refusal.ts';
import { createGraph } from './server.ts';
import { meet, type Page, type Quirks, type State } from './state.ts';

export interface MetaOptions {
  /** 0 or absent: any free one. */
  readonly port?: number;
  readonly seed: number;
  readonly now: () => Date;
  readonly appId: string;
  readonly appSecret: string;
  readonly verifyToken: string;
  /** As if the app had been set up by hand: the address is taken without asking it, every Page is subscribed. */
  readonly callbackUrl?: string;
  readonly pages: readonly {
    readonly id: string;
    readonly name: string;
    readonly token: string;
    readonly handle?: string;
  }[];
  /** The echo of our message comes before the answer to our call. */
  readonly isEchoFirst?: boolean;
  readonly callsPerHour?: number;
  /** Unanswered webhooks in a row until the Page is unsubscribed; absent: it is tried for ever. */
  readonly giveUpAfter?: number;
}

export interface MetaNetworks {
  /** With the version: `http://127.0.0.1:4321/v26.0`. */
  readonly graphUrl: string;
  readonly url: string;
  readonly facebook: SimulatedNetwork;
  readonly messenger: SimulatedNetwork;
  subscribe(callbackUrl: string): void;
  /** The Page loses its subscription, as after an hour of unanswered webhooks: nothing comes, and nothing says so. */
  unsubscribe(pageId: string): void;
  /** Somebody posts as the Page in Facebook's own app. Gives the post's id. */
  publishAsPage(pageId: string, text: string, at?: Date): string;
  /** Somebody comments as the Page in Facebook's own app. Gives the comment's id. */
  commentAsPage(pageId: string, toId: string, text: string, at?: Date): string;
  /** Somebody answers in the Page's own inbox. Gives the message's id. */
  answerInPageInbox(pageId: string, persona: Persona, text: string, at?: Date): string;
  /** Another app takes the conversation; null gives it back to us. */
  giveThreadTo(pageId: string, persona: Persona, appId: string | null): void;
  tapButton(pageId: string, persona: Persona, title: string, payload: string): void;
  /** The person looks at what the Page wrote to them. */
  read(pageId: string, persona: Persona): void;
  /** The next call that reads or writes gets this answer. */
  refuseNext(code: number, subcode?: number): void;
  /** Delivers a change or a messaging element as it is given: for the odd ones that nothing here brings about. */
  emit(pageId: string, field: string, value: unknown): void;
  readonly quirks: Quirks;
  close(): Promise<void>;
}

const FEED = new Set(['feed', 'mention', 'ratings']);
const ALL_FIELDS = [
  'feed',
  'mention',
  'ratings',
  'messages',
  'message_echoes',
  'message_edits',
  'message_reactions',
  'message_reads',
  'message_deliveries',
  'messaging_postbacks',
  'messaging_referrals',
  'messaging_optins',
  'messaging_handovers',
  'standby',
  'messaging_policy_enforcement',
];
/** 4,800 calls for each engaged user a day; a small Page has some hundred of them. */
const CALLS_PER_HOUR = 200_000;

/** Facebook and Messenger on loopback: one Graph API, two networks for the customers. */
export async function startMeta(options: MetaOptions): Promise<MetaNetworks> {
  const state: State = {
    appId: options.appId,
    appSecret: options.appSecret,
    verifyToken: options.verifyToken,
    pages: options.pages.map(({ id, name, token, handle }) => ({
      id,
      name,
      token,
      handle: handle ?? name.toLowerCase().replace(/[^a-z0-9]+/g, '.'),
      subscribed: new Set(),
      wasSubscribed: false,
    })),
    posts: new Map(),
    comments: new Map(),
    lines: new Map(),
    files: new Map(),
    users: new Map(),
    faults: { facebook: noFaults(), messenger: noFaults() },
    app: { callbackUrl: null, fields: new Set() },
    now: options.now,
    random: seeded(options.seed),
    newId: minter(options.now()),
    answered: { facebook: new Set(), messenger: new Set() },
    url: '',
    giveUpAfter: options.giveUpAfter ?? null,
    quirks: {
      emptyPages: false,
      shouldWithholdProfiles: false,
      shouldWithholdAuthors: false,
      shouldWithholdUserContent: false,
    },
  };
  const delivery = openDelivery(state);
  const feed = openFeed(state, delivery, (userId) => state.users.get(userId)?.id);
  const lines = openLines(state, delivery);
  const refusals: Refusal[] = [];
  const server = createGraph({
    state,
    feed,
    lines,
    delivery,
    refusals,
    isEchoFirst: options.isEchoFirst ?? false,
    callsPerHour: options.callsPerHour ?? CALLS_PER_HOUR,
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

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
  const pageBy = (pageId: string): Page => {
    const page = state.pages.find(({ id }) => id === pageId);
    if (!page) throw new Error(`There is no Page ${pageId}`);
    return page;
  };
  const lineOf = (pageId: string, persona: Persona) => {
    const page = pageBy(pageId);
    meet(state, page, persona);
    return lines.of(page, persona);
  };
  const subscribe = (callbackUrl: string) => {
    state.app.callbackUrl = callbackUrl;
    for (const field of ALL_FIELDS) {
      state.app.fields.add(field);
      for (const page of state.pages) page.subscribed.add(field);
    }
    for (const page of state.pages) page.wasSubscribed = true;
    delivery.wake();
  };
  if (options.callbackUrl !== undefined) subscribe(options.callbackUrl);

  return {
    url: state.url,
    graphUrl: `${state.url}/v26.0`,
    facebook: facebookNetwork(state, feed, delivery, close),
    messenger: messengerNetwork(state, lines, delivery, close),
    subscribe,
    unsubscribe: (pageId) => pageBy(pageId).subscribed.clear(),
    publishAsPage: (pageId, text, at) => feed.publish(pageBy(pageId), pageAs(state, pageId), text, at ? { at } : {}).id,
    commentAsPage(pageId, toId, text, at) {
      const thing = findThing(state, toId);
      if (!thing) throw new Error(`There is no "${toId}" on Facebook`);
      const parent = isComment(thing) ? thing : null;
      const more = { ...(at ? { at } : {}), ...(parent ? { repliesTo: parent } : {}) };
      return feed.comment(isComment(thing) ? thing.post : thing, parent, pageAs(state, pageId), text, more).id;
    },
    answerInPageInbox: (pageId, persona, text, at) => lines.answer(lineOf(pageId, persona), { text }, null, at).mid,
    giveThreadTo: (pageId, persona, appId) => lines.own(lineOf(pageId, persona), appId),
    tapButton: (pageId, persona, title, payload) => lines.postback(lineOf(pageId, persona), title, payload),
    read: (pageId, persona) => lines.read(lineOf(pageId, persona)),
    refuseNext: (code, subcode) => refusals.push(new Refusal(code, 'As the test asked.', subcode)),
    emit(pageId, field, value) {
      const isFeed = FEED.has(field);
      delivery.push(isFeed ? 'facebook' : 'messenger', pageBy(pageId), field, isFeed ? 'changes' : 'messaging', value);
    },
    quirks: state.quirks,
    close,
  };
}

export { PAGE_INBOX_APP };
