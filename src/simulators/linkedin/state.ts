import type { Persona } from '../network.ts';

export interface Post {
  /** `urn:li:share:…` */
  readonly share: string;
  /** `urn:li:activity:…`, by which comments name it. */
  readonly activity: string;
  readonly text: string;
  readonly at: Date;
  /** Null: a post of the Page. */
  readonly by: Persona | null;
  readonly likes: Set<string>;
}
export interface Comment {
  readonly number: string;
  readonly post: Post;
  readonly parent: Comment | null;
  /** Null: by the Page. */
  readonly by: Persona | null;
  text: string;
  readonly at: Date;
  changedAt: Date;
  isGone: boolean;
  readonly likes: Set<string>;
}
export interface State {
  readonly posts: Post[];
  readonly comments: Comment[];
  /** As the list of notifications keeps them. */
  readonly notifications: Record<string, unknown>[];
  webhook: string | null;
}

export const commentUrn = ({ post, number }: Comment) => `urn:li:comment:(${post.activity},${number})`;
export const personUrn = ({ id }: Persona) => `urn:li:person:${Buffer.from(id).toString('base64url')}`;

export function postBy(state: State, urn: string): Post | undefined {
  return state.posts.find(({ share, activity }) => share === urn || activity === urn);
}
export function commentBy(state: State, urn: string): Comment | undefined {
  return state.comments.find((one) => !one.isGone && commentUrn(one) === urn);
}
