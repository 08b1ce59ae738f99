import type { Resolution } from '../core/conversation/states.ts';
import type { ConversationId } from '../core/ids.ts';
import type { Database } from '../storage/database.ts';
import { actOnOne } from './act-on-one.ts';
import type { Who } from './who.ts';

/**
 * Says how far the matter is solved, or opens it again. What still waits for an answer cannot be called solved:
 * throws `still_waiting`, so that no question disappears behind a resolution.
 */
export function resolveConversation(
  db: Database,
  who: Who,
  input: { readonly conversationId: ConversationId; readonly resolution: Resolution },
  now: Date,
): Promise<void> {
  return actOnOne(db, who, input.conversationId, { do: 'resolve', resolution: input.resolution }, now);
}
