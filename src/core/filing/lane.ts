import type { Reach } from '../channel/event.ts';

/**
 * Which talk within a thread a message belongs to. In a public thread every commenter has one of their own;
 * a private line or a mail thread is one talk whoever writes in it.
 */
export function laneOf(thread: { readonly id: string; readonly reach: Reach }, identityId: string): string {
  return thread.reach === 'owned_private' ? thread.id : identityId;
}

/** How long after it was resolved a new message still belongs to the old conversation, in milliseconds. */
export const REOPEN_WITHIN_MS = 30 * 24 * 60 * 60 * 1000;

/** A person who comes back soon continues; one who comes back after a month has a new matter. */
export function continuesOld(
  old: { readonly resolution: string; readonly resolutionAt: Date | null },
  now: Date,
): boolean {
  if (old.resolution === 'open' || old.resolution === 'proposed' || !old.resolutionAt) return true;
  return now.getTime() - old.resolutionAt.getTime() < REOPEN_WITHIN_MS;
}
