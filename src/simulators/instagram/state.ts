import { createHash } from 'node:crypto';
import type { Answer, Faults, Persona } from '../network.ts';

export type Login = 'facebook' | 'instagram';

export interface Account {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly pageId: string;
  readonly pageToken: string;
  /** The token of the account itself: 60 days. */
  readonly token: string;
  tokenMadeAt: Date;
  /** Fields of the linked Page; any of them switches the account on for the app. */
  readonly onPage: Set<string>;
  readonly onAccount: Set<string>;
  /** Before the first subscription events wait; after it they are lost while there is none. */
  wasSubscribed: boolean;
  /** "Allow access to messages" in the app's settings. */
  areMessagesOpen: boolean;
  /** The id by which the lists name it. Meta does not say whether it is that of the webhooks. */
  listedAs: string;
}

export interface Comment {
  readonly id: string;
  readonly media: Media;
  readonly parent: Comment | null;
  readonly authorId: string;
  readonly username: string;
  readonly text: string;
  readonly at: Date;
  /** Written below an advertisement made of the post. */
  readonly isOnAd: boolean;
  isHidden: boolean;
  isDeleted: boolean;
  wasAnsweredPrivately: boolean;
  likes: number;
}

/** `own`: a post of ours. `live`: a broadcast of ours. `mention`, `tag`: of somebody else, who named or tagged us. */
export type MediaKind = 'own' | 'live' | 'mention' | 'tag' | 'place';
export interface Media {
  readonly id: string;
  /** The account that hears about it. */
  readonly account: Account;
  readonly kind: MediaKind;
  readonly authorId: string;
  readonly username: string;
  readonly caption: string;
  readonly at: Date;
  readonly comments: Comment[];
}

export interface StoredFile {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly name: string;
  /** Stories end after a day. */
  readonly endsAt?: Date;
}

export interface LineMessage {
  readonly mid: string;
  readonly isOurs: boolean;
  text: string;
  readonly at: Date;
  readonly file?: { readonly url: string; readonly type: string; readonly name: string };
  readonly story?: { readonly is: 'mention' | 'reply_to'; readonly id: string; readonly url: string };
  readonly replyTo?: string;
  readonly reactions: Map<string, string>;
  isUnsent: boolean;
}

/** The private line of one person with one account. */
export interface Line {
  readonly id: string;
  readonly account: Account;
  readonly persona: Persona;
  readonly igsid: string;
  readonly messages: LineMessage[];
  lastInboundAt: Date | null;
  /** The app that holds it; null: everybody may write. */
  ownerAppId: string | null;
}

/** Oddities that Meta documents, each off at first. */
export interface Quirks {
  /** Every list begins with an empty page that names a next one. */
  emptyPages: boolean;
  /** Private messages come as `changes` and not as `messaging`. */
  messagesAsChanges: boolean;
}

export interface State {
  readonly appId: string;
  readonly appSecret: string;
  readonly instagramAppId: string;
  readonly instagramSecret: string;
  readonly verifyToken: string;
  readonly accounts: readonly Account[];
  readonly media: Map<string, Media>;
  readonly comments: Map<string, Comment>;
  readonly lines: Map<string, Line>;
  readonly files: Map<string, StoredFile>;
  /** By the id that an account knows them by. */
  readonly people: Map<string, Persona>;
  readonly faults: Faults;
  /** Of the object `instagram` of the Meta app, and of the webhooks page of the Instagram app. */
  readonly hooks: Record<Login, { url: string | null; readonly fields: Set<string> }>;
  readonly quirks: Quirks;
  readonly now: () => Date;
  readonly random: () => number;
  readonly newId: () => string;
  readonly answered: Set<(answer: Answer) => void>;
  /** Where this network answers, known once it listens. */
  url: string;
}

/** A persona's id for one account: the same after every restart, and another one for another account. */
export const igsidOf = (account: Account, persona: Persona): string => igsidFor(account.id, persona.id);
export function igsidFor(accountId: string, personaId: string): string {
  const hash = createHash('sha256').update(`igsid ${accountId} ${personaId}`).digest('hex');
  return `55${(BigInt(`0x${hash}`) % 10n ** 14n).toString().padStart(14, '0')}`;
}

/** From then on the account's answers can be brought to them. */
export function meet(
  state: State,
  account: Account,
  persona: Persona,
): { readonly id: string; readonly username: string } {
  const id = igsidOf(account, persona);
  state.people.set(id, persona);
  return { id, username: persona.handle };
}

export const unix = (at: Date): number => Math.floor(at.getTime() / 1000);
export const iso = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, '+0000');

export function accountBy(state: State, id: string): Account {
  const account = state.accounts.find((one) => one.id === id);
  if (!account) throw new Error(`Instagram has no professional account ${id}`);
  return account;
}

/** Keeps a file and gives the address where it can be fetched. */
export function storeFile(state: State, file: StoredFile): { readonly id: string; readonly url: string } {
  const id = state.newId();
  state.files.set(id, file);
  return { id, url: `${state.url}/cdn/${id}/${encodeURIComponent(file.name)}` };
}
