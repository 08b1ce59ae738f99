import { CareError } from '../core/errors.ts';
import type { Database } from '../storage/database.ts';
import { markRead } from '../storage/notifications/read.ts';
import type { Who } from './who.ts';

/** Marks as read: these, those about one conversation, or all. Throws `needs_a_human`. */
export function readNotifications(
  db: Database,
  who: Who,
  which: { readonly ids?: readonly string[] | undefined; readonly conversationId?: string | undefined },
  now: Date,
): Promise<void> {
  const { agentId } = who;
  if (!agentId) throw new CareError('forbidden', 'needs_a_human', 'An API token has no notifications.');
  if (which.ids?.length === 0) return Promise.resolve();
  return db.transaction((tx) => markRead(tx, who.workspaceId, agentId, which, now));
}
