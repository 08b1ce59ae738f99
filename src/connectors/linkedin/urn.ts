import type { ExternalMessageId } from '../../core/ids.ts';

export const organizationUrn = (id: string) => `urn:li:organization:${id}`;

/** A comment by the post that it hangs on and its number there. */
export interface CommentName {
  /** `urn:li:activity:7100000000000000002` */
  readonly post: string;
  readonly number: string;
}

/** LinkedIn writes `urn:li:comment:(urn:li:activity:1,2)` and, in notifications, `urn:li:comment:(activity:1,2)`. */
export function readCommentUrn(urn: string): CommentName | null {
  const [, kind, post, number] = /^urn:li:comment:\((?:urn:li:)?(\w+):(\d+),(\d+)\)$/.exec(urn) ?? [];
  return kind && post && number ? { post: `urn:li:${kind}:${post}`, number } : null;
}

export const commentUrn = ({ post, number }: CommentName) => `urn:li:comment:(${post},${number})` as ExternalMessageId;

/** In paths and queries everything is encoded, brackets and commas too: they mean something in a key of Rest.li. */
export const encoded = (urn: string) =>
  encodeURIComponent(urn).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));

export const permalinkOf = (post: string) => `https://www.linkedin.com/feed/update/${post}/`;
