import type { ContactId, ConversationId } from '../core/ids.ts';
import { recordChanges } from '../storage/changes.ts';
import { conversationsOfContact } from '../storage/contacts/conversations.ts';
import type { Tx } from '../storage/database.ts';
import { addTimelineEvents } from '../storage/timeline.ts';
import { toldBy } from './told-by.ts';
import type { Who } from './who.ts';

export interface Happened {
  readonly kind: string;
  readonly detail?: { readonly [key: string]: string };
  /** The conversations that it did something to. */
  readonly touched?: readonly ConversationId[];
}

/**
 * Whoever looks at a conversation of the person hears that something changed. What `happened` is kept in the timeline of
 * the newest one, and of those that it did something to. Records the changes: it comes last.
 */
export async function tellAboutContact(
  tx: Tx,
  who: Who,
  id: ContactId,
  happened: readonly Happened[],
  now: Date,
): Promise<void> {
  const recent = await conversationsOfContact(tx, who.workspaceId, id);
  await addTimelineEvents(
    tx,
    who.workspaceId,
    happened.flatMap(({ kind, detail = {}, touched = [] }) =>
      [...new Set([...touched, ...recent.slice(0, 1)])].map((conversationId) => ({
        ...toldBy(who, now),
        conversationId,
        kind,
        detail,
      })),
    ),
  );
  const touched = happened.flatMap((one) => one.touched ?? []);
  const changes = [...new Set([...touched, ...recent])].map((conversationId) => ({ kind: 'contact', conversationId }));
  await recordChanges(tx, who.workspaceId, changes, now);
}
