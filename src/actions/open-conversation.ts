import type { ConversationId } from '../core/ids.ts';
import { recordChanges } from '../storage/changes.ts';
import { markOpened } from '../storage/conversations/acts.ts';
import type { Database } from '../storage/database.ts';
import { sortByRight } from './require-right.ts';
import type { Who } from './who.ts';

/** Notes that a person looked at what waits. It changes nothing else: opened and unanswered is a state of its own. */
export function openConversation(
  db: Database,
  who: Who,
  input: { readonly conversationId: ConversationId },
  now: Date,
): Promise<void> {
  return db.transaction(async (tx) => {
    if (!who.agentId) return;
    // Whoever may only look has not taken it up.
    const { may } = await sortByRight(tx, who, 'conversation', [input.conversationId], 'answer');
    if (may.length === 0) return;
    const place = { workspaceId: who.workspaceId, conversationId: input.conversationId };
    if (!(await markOpened(tx, place, who.agentId, now))) return;
    await recordChanges(tx, who.workspaceId, [{ kind: 'opened', conversationId: input.conversationId }], now);
  });
}
