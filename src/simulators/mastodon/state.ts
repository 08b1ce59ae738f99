import type { Answer, Faults } from '../network.ts';
import type { createMinter } from './ids.ts';

export interface Account {
  readonly id: string;
  readonly username: string;
  /** With the server, where it is another one. */
  readonly acct: string;
  readonly name: string;
  readonly url: string;
  readonly followers: number;
}
export interface Media {
  readonly id: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
  readonly description: string | null;
  /** How often it is still asked for before it is done. */
  looksLeft: number;
}
export type Visibility = 'public' | 'unlisted' | 'private' | 'direct';
export interface Post {
  readonly id: string;
  readonly by: Account;
  text: string;
  readonly at: Date;
  editedAt: Date | null;
  readonly replyTo: Post | null;
  readonly quotes: Post | null;
  readonly visibility: Visibility;
  warning: string;
  mentions: readonly Account[];
  media: readonly Media[];
  readonly favourites: Set<string>;
  readonly boosts: Set<string>;
  isDeleted: boolean;
}
export interface Notice {
  readonly id: string;
  readonly type: 'mention' | 'favourite' | 'reblog' | 'follow' | 'quote';
  readonly by: Account;
  readonly post: Post | null;
  readonly at: Date;
}
export interface Limits {
  maxCharacters: number;
  maxFiles: number;
  charactersPerUrl: number;
  imageBytes: number;
  apiVersion: number;
}
export interface State {
  url: string;
  readonly brand: Account;
  readonly token: string;
  readonly scopes: string[];
  readonly limits: Limits;
  readonly accounts: Map<string, Account>;
  readonly posts: Map<string, Post>;
  readonly notices: Notice[];
  readonly media: Map<string, Media>;
  /** Posts by the key that they were made with, for an hour. */
  readonly keys: Map<string, { readonly post: Post; readonly at: Date }>;
  /** `unsearchable`: the ids of accounts that do not want their posts to be found by their words. */
  readonly dials: { slowMedia: number; hasSearch: boolean; readonly unsearchable: Set<string> };
  readonly faults: Faults;
  readonly now: () => Date;
  readonly random: () => number;
  readonly newId: ReturnType<typeof createMinter>;
  readonly listeners: Set<(answer: Answer) => void>;
  /** Personas that did something, by the id of their account. */
  readonly known: Map<string, string>;
}

export const chance = ({ random }: State, share: number): boolean => share > 0 && random() < share;

export const accountNamed = (state: State, name: string): Account | undefined => {
  const wanted = name.toLowerCase();
  return [...state.accounts.values()].find(({ acct, url }) => acct.toLowerCase() === wanted || url === name);
};

export const NAME = /(?<=^|[^\w@./])@([\w.-]*\w)(@[\w.-]*\w)?/g;

export const namedIn = (state: State, text: string): Account[] => [
  ...new Set([...text.matchAll(NAME)].flatMap(([name]) => accountNamed(state, name.slice(1)) ?? [])),
];

export const rootOf = (post: Post): Post => (post.replyTo ? rootOf(post.replyTo) : post);
export const standing = (state: State): Post[] => [...state.posts.values()].filter(({ isDeleted }) => !isDeleted);
