import { createSnowflake, isLater } from './ids.ts';

export interface Account {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly followers: number;
  /** Takes direct messages from everybody. */
  takesMessages: boolean;
}
export interface MediaFile {
  readonly key: string;
  readonly type: 'photo' | 'video' | 'animated_gif';
  readonly mimeType: string;
  readonly bytes: Uint8Array;
  readonly isPrivate: boolean;
  readonly alt?: string;
}
export interface Post {
  readonly id: string;
  readonly authorId: string;
  /** As it stands there, with the names that the network puts before an answer. */
  text: string;
  readonly at: Date;
  readonly conversationId: string;
  readonly repliedTo?: string;
  readonly quoted?: string;
  readonly reposted?: string;
  readonly media: readonly MediaFile[];
  readonly history: readonly string[];
  readonly likes: Set<string>;
  isHidden: boolean;
}
export interface DirectMessage {
  readonly id: string;
  readonly conversationId: string;
  readonly senderId: string;
  readonly text: string;
  readonly at: Date;
  readonly media: readonly MediaFile[];
}

/** Everything that the network holds. */
export class Store {
  readonly accounts = new Map<string, Account>();
  readonly posts = new Map<string, Post>();
  readonly messages = new Map<string, DirectMessage>();
  readonly files = new Map<string, MediaFile>();
  readonly nextId = createSnowflake();
  readonly #onPost = new Set<(post: Post) => void>();
  readonly #onMessage = new Set<(message: DirectMessage) => void>();
  readonly #onGone = new Set<(post: Post) => void>();

  named(username: string): Account | undefined {
    return [...this.accounts.values()].find((one) => one.username.toLowerCase() === username.toLowerCase());
  }

  put(post: Omit<Post, 'likes' | 'isHidden'>): Post {
    const kept: Post = { ...post, likes: new Set(), isHidden: false };
    this.posts.set(kept.id, kept);
    for (const file of kept.media) this.files.set(file.key, file);
    for (const listener of this.#onPost) listener(kept);
    return kept;
  }

  write(message: DirectMessage): DirectMessage {
    this.messages.set(message.id, message);
    for (const file of message.media) this.files.set(file.key, file);
    for (const listener of this.#onMessage) listener(message);
    return message;
  }

  /** Deleted by whoever wrote it. */
  remove(id: string): boolean {
    const post = this.posts.get(id);
    if (post) for (const listener of this.#onGone) listener(post);
    return this.posts.delete(id);
  }

  onPost = (listener: (post: Post) => void) => this.#onPost.add(listener);
  onMessage = (listener: (message: DirectMessage) => void) => this.#onMessage.add(listener);
  onGone = (listener: (post: Post) => void) => this.#onGone.add(listener);

  postsNewestFirst = (): Post[] => [...this.posts.values()].toSorted((a, b) => (isLater(a.id, b.id) ? -1 : 1));
  messagesNewestFirst = (): DirectMessage[] =>
    [...this.messages.values()].toSorted((a, b) => (isLater(a.id, b.id) ? -1 : 1));

  /** Whom a text names, of those who are on the network. */
  mentioned(text: string): { readonly account: Account; readonly start: number; readonly end: number }[] {
    return [...text.matchAll(/(?<![\w@])@(\w{1,15})/g)].flatMap((match) => {
      const account = this.named(match[1] ?? '');
      return account ? [{ account, start: match.index, end: match.index + match[0].length }] : [];
    });
  }
}

/** A line between two is named by both, the smaller number first. */
export const lineOf = (one: string, other: string): string =>
  isLater(one, other) ? `${other}-${one}` : `${one}-${other}`;
