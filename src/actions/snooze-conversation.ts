import { CareError } from '../core/errors.ts';
import type { ConversationId } from '../core/ids.ts';
import { recordChanges } from '../storage/changes.ts';
import { writeSnooze } from '../storage/conversations/acts.ts';
import type { Database } from '../storage/database.ts';
import { addTimelineEvents } from '../storage/timeline.ts';
import { loadConversation } from './load-conversation.ts';
import type { Who } from './who.ts';

/** Out of the lists until then, or back at once (`until` null). It goes on waiting: a snooze answers nothing. Throws `snooze_in_the_past`. */
export function snoozeConversation(
  db: Database,
  who: Who,
  input: { readonly conversationId: ConversationId; readonly until: Date | null },
  now: Date,
): Promise<void> {
  if (input.until && input.until <= now)
    throw new CareError('invalid', 'snooze_in_the_past', 'Choose a time that is still to come.');
  return db.transaction(async (tx) => {
    const before = await loadConversation(tx, who.workspaceId, input.conversationId);
    if (before.snoozed_until?.getTime() === input.until?.getTime()) return;
    await writeSnooze(tx, { workspaceId: who.workspaceId, conversationId: input.conversationId }, input.until);
    await addTimelineEvents(tx, who.workspaceId, [
      {
        conversationId: input.conversationId,
        at: now,
        actorKind: who.agentId ? 'agent' : 'system',
        actorId: who.agentId,
        kind: input.until ? 'snoozed' : 'unsnoozed',
        detail: { until: input.until?.toISOString() ?? null },
      },
    ]);
    await recordChanges(tx, who.workspaceId, [{ kind: 'snooze', conversationId: input.conversationId }], now);
  });
}
