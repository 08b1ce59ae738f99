import { listen } from '../loopback/listen.ts';
import { minter } from '../meta/ids.ts';
import { seeded } from '../meta/random.ts';
import { Refusal } from '../meta/refusal.ts';
import { noFaults, type Persona, type SimulatedNetwork } from '../network.ts';
import { openDelivery } from './delivery.ts';
import { openGallery } from './gallery.ts';
import { openLines } from './lines.ts';
import { instagramNetwork } from './network.ts';
import { createGraph } from './server.ts';
import { type Account, accountBy, type Login, type Media, meet, type Quirks, type State, storeFile } from './state.ts';

export interface InstagramOptions {
  /** 0 or absent: any free one. */
  readonly port?: number;
  readonly seed: number;
  readonly now: () => Date;
  /** Of the Meta app, and of the Instagram app inside it. */
  readonly appId: string;
  readonly appSecret: string;
  readonly instagramAppId: string;
  readonly instagramSecret: string;
  readonly verifyToken: string;
  readonly accounts: readonly {
    readonly id: string;
    readonly username: string;
    readonly name: string;
    readonly pageId: string;
    readonly pageToken: string;
    readonly token: string;
  }[];
  readonly isEchoFirst?: boolean;
}

export interface InstagramNetwork {
  readonly network: SimulatedNetwork;
  /** Below it: `/graph.facebook.com/v26.0` and `/graph.instagram.com/v26.0`. */
  readonly url: string;
  readonly quirks: Quirks;
  /** As if the app had been set up by hand: the address is taken without asking it, every account is subscribed. */
  subscribe(callbackUrl: string, login: Login): void;
  /** The address of the Instagram app, which has no call: the accounts are subscribed by theirs. */
  setAddress(callbackUrl: string): void;
  /** Gives the post's id. */
  publish(accountId: string, caption: string, at?: Date): string;
  goLive(accountId: string, title: string): string;
  /** Somebody's own post in which the account is tagged, and not named. */
  tag(accountId: string, persona: Persona, caption: string, at?: Date): string;
  /** A post of somebody, without a word of us. */
  post(accountId: string, persona: Persona, caption: string): string;
  /** A comment below an advertisement made of a post of ours. */
  commentOnAd(mediaId: string, persona: Persona, text: string): string;
  mentionInStory(accountId: string, persona: Persona): string;
  replyToStory(accountId: string, persona: Persona, text: string): string;
  /** Somebody answers in Instagram's own app. Gives the message's id. */
  answerInApp(accountId: string, persona: Persona, text: string, at?: Date): string;
  commentAsAccount(mediaId: string, text: string, inReplyTo?: string, at?: Date): string;
  tapQuestion(accountId: string, persona: Persona, title: string, payload: string): void;
  read(accountId: string, persona: Persona): void;
  /** Another app takes the conversation; null gives it back. */
  giveThreadTo(accountId: string, persona: Persona, appId: string | null): void;
  /** "Allow access to messages" in the account's settings. */
  allowMessages(accountId: string, isAllowed: boolean): void;
  /** From now on the lists name the account by another id than the webhooks do. */
  listAs(accountId: string, id: string): void;
  /** The next call that reads or writes gets this answer. */
  refuseNext(code: number, subcode?: number): void;
  /** Delivers a change or a messaging element as it is given. */
  emit(accountId: string, field: string, shape: 'change' | 'messaging' | 'standby', value: unknown): void;
  close(): Promise<void>;
}

const FIELDS = [
  'comments',
  'live_comments',
  'mentions',
  'messages',
  'message_edit',
  'message_reactions',
  'messaging_postbacks',
  'messaging_referral',
  'messaging_seen',
  'messaging_handover',
  'standby',
];
const DAY_MS = 86_400_000;

/** Instagram on loopback: professional accounts that are reached by their Page or by themselves. */
export async function startInstagram(options: InstagramOptions): Promise<InstagramNetwork> {
  const { appId, appSecret, instagramAppId, instagramSecret, verifyToken, now } = options;
  const state: State = {
    appId,
    appSecret,
    instagramAppId,
    instagramSecret,
    verifyToken,
    accounts: options.accounts.map((one) => ({
      ...one,
      tokenMadeAt: now(),
      onPage: new Set(),
      onAccount: new Set(),
      wasSubscribed: false,
      areMessagesOpen: true,
      listedAs: one.id,
    })),
    media: new Map(),
    comments: new Map(),
    lines: new Map(),
    files: new Map(),
    people: new Map(),
    faults: noFaults(),
    hooks: { facebook: { url: null, fields: new Set() }, instagram: { url: null, fields: new Set() } },
    quirks: { emptyPages: false, messagesAsChanges: false },
    now,
    random: seeded(options.seed),
    newId: minter(now()),
    answered: new Set(),
    url: '',
  };
  const delivery = openDelivery(state);
  const gallery = openGallery(state, delivery);
  const lines = openLines(state, delivery);
  const refusals: Refusal[] = [];
  const isEchoFirst = options.isEchoFirst ?? false;
  const server = createGraph({ state, gallery, lines, delivery, refusals, isEchoFirst });
  const { url, close } = await listen(server, options.port, delivery);
  state.url = url;
  const account = (id: string): Account => accountBy(state, id);
  const ours = ({ id, username }: Account) => ({ id, username });
  const mediaBy = (id: string): Media => {
    const media = state.media.get(id);
    if (!media) throw new Error(`There is no post "${id}" on Instagram`);
    return media;
  };
  const lineOf = (accountId: string, persona: Persona) => {
    meet(state, account(accountId), persona);
    return lines.of(account(accountId), persona);
  };
  const story = (is: 'mention' | 'reply_to') => {
    const endsAt = new Date(now().getTime() + DAY_MS);
    const { id, url } = storeFile(state, { bytes: Uint8Array.of(1), type: 'image/jpeg', name: 'story.jpg', endsAt });
    return { is, id: `17${id}`, url };
  };

  return {
    network: instagramNetwork(state, { gallery, lines, delivery }, close),
    url: state.url,
    quirks: state.quirks,
    subscribe(callbackUrl, login) {
      state.hooks[login].url = callbackUrl;
      for (const field of FIELDS) state.hooks[login].fields.add(field);
      for (const one of state.accounts) {
        one.wasSubscribed = true;
        if (login === 'facebook') one.onPage.add('feed');
        else for (const field of FIELDS) one.onAccount.add(field);
      }
      delivery.wake();
    },
    setAddress(callbackUrl) {
      state.hooks.instagram.url = callbackUrl;
      delivery.wake();
    },
    publish: (id, caption, at) => gallery.post(account(id), 'own', ours(account(id)), caption, at).id,
    goLive: (id, title) => gallery.post(account(id), 'live', ours(account(id)), title).id,
    tag: (id, persona, caption, at) =>
      gallery.post(account(id), 'tag', meet(state, account(id), persona), caption, at).id,
    post: (id, persona, caption) => gallery.post(account(id), 'place', meet(state, account(id), persona), caption).id,
    commentOnAd(mediaId, persona, text) {
      const media = mediaBy(mediaId);
      return gallery.comment(media, null, meet(state, media.account, persona), text, { isOnAd: true }).id;
    },
    mentionInStory: (id, persona) => lines.hear(lineOf(id, persona), { text: '', story: story('mention') }).mid,
    replyToStory: (id, persona, text) => lines.hear(lineOf(id, persona), { text, story: story('reply_to') }).mid,
    answerInApp: (id, persona, text, at) => lines.answer(lineOf(id, persona), { text, ...(at ? { at } : {}) }).mid,
    commentAsAccount(mediaId, text, inReplyTo, at) {
      const media = mediaBy(mediaId);
      const parent = inReplyTo === undefined ? null : (state.comments.get(inReplyTo) ?? null);
      return gallery.comment(media, parent, ours(media.account), text, at ? { at } : {}).id;
    },
    tapQuestion: (id, persona, title, payload) => lines.postback(lineOf(id, persona), title, payload),
    read: (id, persona) => lines.read(lineOf(id, persona)),
    giveThreadTo: (id, persona, holder) => lines.own(lineOf(id, persona), holder),
    allowMessages(id, isAllowed) {
      account(id).areMessagesOpen = isAllowed;
    },
    listAs(accountId, id) {
      account(accountId).listedAs = id;
    },
    refuseNext: (code, subcode) => refusals.push(new Refusal(code, 'As the test asked.', subcode)),
    emit: (id, field, shape, value) => delivery.push(account(id), field, shape, value, now()),
    close,
  };
}
