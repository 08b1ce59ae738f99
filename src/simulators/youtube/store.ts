import { createHash } from 'node:crypto';

export interface ChannelRecord {
  readonly id: string;
  readonly title: string;
  /** Without the @. */
  readonly handle: string;
  readonly subscribers: number;
}
export interface VideoRecord {
  readonly id: string;
  readonly channelId: string;
  readonly title: string;
  readonly description: string;
  readonly at: Date;
  likes: number;
  hasComments: boolean;
}
export type State = 'published' | 'heldForReview' | 'likelySpam' | 'rejected';
export interface CommentRecord {
  readonly id: string;
  readonly videoId: string;
  /** Null for a top-level comment. */
  readonly parentId: string | null;
  /** Null when the account is gone. */
  authorId: string | null;
  text: string;
  readonly at: Date;
  editedAt: Date;
  state: State;
  likes: number;
}

/** Everything that stands on this network. */
export class Store {
  readonly channels = new Map<string, ChannelRecord>();
  readonly videos = new Map<string, VideoRecord>();
  /** In the order in which they were written. */
  readonly comments = new Map<string, CommentRecord>();
  readonly #seed: number;
  readonly #listeners = new Set<(comment: CommentRecord) => void>();
  #count = 0;

  constructor(seed: number) {
    this.#seed = seed;
  }

  onComment(listener: (comment: CommentRecord) => void): void {
    this.#listeners.add(listener);
  }

  nextId(length: number): string {
    this.#count += 1;
    return createHash('sha256').update(`${this.#seed} ${this.#count}`).digest('base64url').slice(0, length);
  }

  addVideo(channelId: string, title: string, at: Date, description = ''): VideoRecord {
    const video = { id: this.nextId(11), channelId, title, description, at, likes: 0, hasComments: true };
    this.videos.set(video.id, video);
    return video;
  }

  write(said: { videoId: string; parentId: string | null; authorId: string; text: string; at: Date; state?: State }) {
    const id = said.parentId === null ? `Ugx${this.nextId(15)}4AaABAg` : `${said.parentId}.${this.nextId(22)}`;
    return this.put({ id, likes: 0, editedAt: said.at, state: 'published', ...said });
  }

  put(comment: CommentRecord): CommentRecord {
    this.comments.set(comment.id, comment);
    for (const listener of this.#listeners) listener(comment);
    return comment;
  }

  /** With a comment its answers go. */
  remove(id: string): void {
    for (const comment of [...this.comments.values()])
      if (comment.id === id || comment.parentId === id) this.comments.delete(comment.id);
  }

  repliesOf(id: string): CommentRecord[] {
    return [...this.comments.values()].filter(({ parentId }) => parentId === id);
  }
}

export function channelIdFor(name: string): string {
  return `UC${createHash('sha256').update(name).digest('base64url').slice(0, 22)}`;
}
