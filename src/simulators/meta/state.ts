import type { Answer, Faults, Persona } from '../network.ts';
import { userIdOf } from './ids.ts';

export interface Page {
  readonly id: string;
  readonly name: string;
  readonly handle: string;
  readonly token: string;
  readonly subscribed: Set<string>;
  /** Before the first subscription events wait; after it they are lost while there is none, as on Meta. */
  wasSubscribed: boolean;
}

export interface Comment {
  readonly id: string;
  readonly post: Post;
  readonly parent: Comment | null;
  readonly authorId: string;
  readonly authorName: string;
  text: string;
  readonly at: Date;
  readonly pictureUrl?: string;
  isHidden: boolean;
  isDeleted: boolean;
  readonly reactions: Map<string, string>;
  privateReply: Line | null;
}

export interface Post {
  readonly id: string;
  /** The Page that hears about it. */
  readonly page: Page;
  readonly kind: 'own' | 'visitor' | 'review' | 'elsewhere';
  readonly authorId: string;
  readonly authorName: string;
  text: string;
  readonly at: Date;
  readonly pictureUrl?: string;
  readonly isPositive?: boolean;
  readonly link?: string;
  isHidden: boolean;
  isDeleted: boolean;
  readonly comments: Comment[];
  readonly reactions: Map<string, string>;
  privateReply: Line | null;
}

export interface LineMessage {
  readonly mid: string;
  readonly isOurs: boolean;
  text: string;
  readonly at: Date;
  readonly file?: { readonly url: string; readonly type: string; readonly name: string };
  readonly reactions: Map<string, string>;
  readonly replyTo?: string;
}

/** A private conversation of one person with one Page. */
export interface Line {
  readonly id: string;
  readonly page: Page;
  readonly persona: Persona;
  readonly psid: string;
  readonly messages: LineMessage[];
  lastInboundAt: Date | null;
  /** The app that holds it; null: everybody may write. */
  ownerAppId: string | null;
}

export interface StoredFile {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly name: string;
}

export type Channel = 'facebook' | 'messenger';

/** Oddities that Meta documents, each off at first. */
export interface Quirks {
  /** Every list begins with an empty page that names a next one. */
  emptyPages: boolean;
  /** Names and pictures were not granted. */
  shouldWithholdProfiles: boolean;
  /** Comments come without saying who wrote them; asked, the comment does. */
  shouldWithholdAuthors: boolean;
  /** The token lacks pages_read_user_content: what others write is listed to nobody. */
  shouldWithholdUserContent: boolean;
}

export interface State {
  readonly appId: string;
  readonly appSecret: string;
  readonly verifyToken: string;
  readonly pages: readonly Page[];
  readonly posts: Map<string, Post>;
  readonly comments: Map<string, Comment>;
  readonly lines: Map<string, Line>;
  readonly files: Map<string, StoredFile>;
  /** By the id that a Page knows them by in comments. */
  readonly users: Map<string, Persona>;
  readonly faults: Readonly<Record<Channel, Faults>>;
  readonly app: { callbackUrl: string | null; readonly fields: Set<string> };
  readonly now: () => Date;
  readonly random: () => number;
  readonly newId: () => string;
  readonly answered: Readonly<Record<Channel, Set<(answer: Answer) => void>>>;
  /** Where this network answers, known once it listens. */
  url: string;
  /** After so many unanswered webhooks in a row a Page is unsubscribed, and what waited is lost. Null: never. */
  readonly giveUpAfter: number | null;
  readonly quirks: Quirks;
}

export const unix = (at: Date): number => Math.floor(at.getTime() / 1000);
export const iso = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, '+0000');
export const wholeSecond = (at: Date): Date => new Date(unix(at) * 1000);

/** Keeps a file and gives the address where it can be fetched. */
export function storeFile(state: State, file: StoredFile): { readonly id: string; readonly url: string } {
  const id = state.newId();
  state.files.set(id, file);
  return { id, url: `${state.url}/media/${id}/${encodeURIComponent(file.name)}` };
}

export function pageById(state: State, id: string): Page | undefined {
  return state.pages.find((page) => page.id === id);
}

/** The id of a person on a Page; from then on the Page's answers can be brought to them. */
export function meet(state: State, page: Page, persona: Persona): { readonly id: string; readonly name: string } {
  const id = userIdOf(page.id, persona.id);
  state.users.set(id, persona);
  return { id, name: persona.name };
}
