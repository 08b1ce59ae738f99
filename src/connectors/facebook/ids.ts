import type { ExternalMessageId, ExternalThreadId, Json } from '../../core/ids.ts';

const lastSegment = (id: string): string => id.slice(id.lastIndexOf('_') + 1);

/**
 * One name for a comment: Meta writes `{post}_{comment}` in most places and `{comment}` in some, and under a photo the
 * first part may be the photo's. The last part is what stays, so the name is made of it and of the post we know.
 */
export function commentId(postId: string, id: string): ExternalMessageId {
  return `${lastSegment(postId)}_${lastSegment(id)}` as ExternalMessageId;
}

export const isSamePlace = (one: string, other: string): boolean => lastSegment(one) === lastSegment(other);
export const postMessageId = (postId: string): ExternalMessageId => postId as ExternalMessageId;
export const threadId = (postId: string): ExternalThreadId => postId as ExternalThreadId;

/** Kept where Meta's own spelling differs from ours: its paths are asked for with the spelling that it used. */
export function spelling(ours: string, theirs: string): { readonly remote?: Json } {
  return ours === theirs || !theirs.includes('_') ? {} : { remote: { id: theirs } };
}

export function pathOf(target: { readonly id: string; readonly remote: Json }): string {
  const { remote } = target;
  const theirs = typeof remote === 'object' && remote !== null && 'id' in remote ? remote.id : undefined;
  return encodeURIComponent(typeof theirs === 'string' ? theirs : target.id);
}
