export interface AccountRecord {
  /** Base 36, without `t2_`. */
  readonly id: string;
  readonly name: string;
}
export interface SubredditRecord {
  readonly name: string;
  readonly moderators: ReadonlySet<string>;
  isPrivate: boolean;
  readonly banned: Set<string>;
}
interface Written {
  /** Base 36. */
  readonly id: string;
  readonly subreddit: string;
  /** Null when it was deleted. */
  author: string | null;
  readonly at: Date;
  editedAt: Date | null;
  score: number;
  removedBy: 'moderator' | 'automod_filtered' | null;
}
export interface PostRecord extends Written {
  readonly kind: 't3';
  title: string;
  text: string;
  isLocked: boolean;
  isArchived: boolean;
}
export interface CommentRecord extends Written {
  readonly kind: 't1';
  text: string;
  readonly postId: string;
  /** Fullname. */
  readonly parent: string;
  readonly picture?: { readonly key: string; readonly mimeType: string };
}
export interface MessageRecord {
  readonly kind: 't4';
  readonly id: string;
  readonly author: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly at: Date;
}
export type Said = PostRecord | CommentRecord;

export const fullname = ({ kind, id }: { readonly kind: string; readonly id: string }) => `${kind}_${id}`;

/** Everything that stands on this network. */
export class Store {
  readonly accounts = new Map<string, AccountRecord>();
  readonly subreddits = new Map<string, SubredditRecord>();
  /** By fullname, in the order in which they were written. */
  readonly said = new Map<string, Said>();
  readonly messages: MessageRecord[] = [];
  readonly #listeners = new Set<(said: Said) => void>();
  /** While what was said in an earlier run is put back: nobody is told of it again. */
  isQuiet = false;
  #count: number;

  constructor(seed: number) {
    this.#count = 60_000_000 + seed * 100_000;
  }

  onSaid(listener: (said: Said) => void): void {
    this.#listeners.add(listener);
  }
  nextId(): string {
    this.#count += 1;
    return this.#count.toString(36);
  }

  account(name: string): AccountRecord {
    const known = this.accounts.get(name.toLowerCase());
    if (known) return known;
    const account = { id: this.nextId(), name };
    this.accounts.set(name.toLowerCase(), account);
    return account;
  }

  subreddit(name: string, moderators: readonly string[] = []): SubredditRecord {
    const known = this.subreddits.get(name.toLowerCase());
    if (known) return known;
    const subreddit = { name, moderators: new Set(moderators), isPrivate: false, banned: new Set<string>() };
    this.subreddits.set(name.toLowerCase(), subreddit);
    return subreddit;
  }

  post(author: string, subreddit: string, title: string, text: string, at: Date, id = this.nextId()): PostRecord {
    const post: PostRecord = {
      ...fresh(author, subreddit, at),
      kind: 't3',
      id,
      title,
      text,
      isLocked: false,
      isArchived: false,
    };
    return this.#keep(post);
  }

  comment(
    author: string,
    parent: string,
    text: string,
    at: Date,
    rest: { readonly id?: string; readonly picture?: CommentRecord['picture'] } = {},
  ): CommentRecord {
    const above = this.said.get(parent);
    if (!above) throw new Error(`There is nothing called ${parent}`);
    const postId = above.kind === 't3' ? above.id : above.postId;
    const { id = this.nextId(), picture } = rest;
    const written = fresh(author, above.subreddit, at);
    return this.#keep({ ...written, kind: 't1', id, text, postId, parent, ...(picture ? { picture } : {}) });
  }

  #keep<Kind extends Said>(said: Kind): Kind {
    this.said.set(fullname(said), said);
    if (!this.isQuiet) for (const listener of this.#listeners) listener(said);
    return said;
  }
}

const fresh = (author: string, subreddit: string, at: Date) => ({
  subreddit,
  author,
  at,
  editedAt: null,
  score: 1,
  removedBy: null,
});
