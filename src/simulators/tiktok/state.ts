import type { Persona } from '../network.ts';

export interface Video {
  readonly id: string;
  readonly caption: string;
  readonly at: Date;
}
export interface Comment {
  readonly id: string;
  readonly video: Video;
  readonly parent: Comment | null;
  /** Null: by the business. */
  readonly by: Persona | null;
  readonly text: string;
  readonly at: Date;
  /** When lists begin to show it, by `performance.now()`. */
  readonly shownAt: number;
  isGone: boolean;
  isHidden: boolean;
  isLiked: boolean;
}
export interface State {
  readonly videos: Video[];
  readonly comments: Comment[];
  callbackUrl: string | null;
}
export const find = (state: State, id: unknown): Comment | undefined =>
  state.comments.find((one) => one.id === id && !one.isGone);
