import type { Reach } from '../channel/event.ts';

/**
 * Acts with the same key leave one after another. A private thread is one talk; below a public post every
 * person has a talk of their own, so that one unclear answer does not hold up everybody else's.
 */
export function orderKeyOf(place: {
  readonly threadId: string;
  readonly reach: Reach;
  readonly conversationId: string | null;
}): string {
  if (place.reach === 'owned_private' || place.conversationId === null) return `thread:${place.threadId}`;
  return `thread:${place.threadId}:${place.conversationId}`;
}

/** Posts of an inbox, in the order in which they were given. */
export const postOrderKey = (inboxId: string): string => `posts:${inboxId}`;
