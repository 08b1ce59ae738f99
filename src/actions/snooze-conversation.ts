import type { ConversationId } from '../core/ids.ts';
import type { Database } from '../storage/database.ts';
import { actOnOne } from './act-on-one.ts';
import type { Who } from './who.ts';

/** Out of the lists until then, or back at once (`until` null). It goes on waiting: a snooze answers nothing. Throws `snooze_in_the_past`. */
export function snoozeConversation(
  db: Database,
  who: Who,
  input: { readonly conversationId: ConversationId; readonly until: Date | null },
  now: Date,
): Promise<void> {
  const until = input.until?.toISOString() ?? null;
  return actOnOne(db, who, input.conversationId, { do: 'snooze', until }, now);
}
