import type { Resolution } from '../core/conversation/states.ts';
import { CareError } from '../core/errors.ts';
import type { ConversationId } from '../core/ids.ts';
import { recordChanges } from '../storage/changes.ts';
import { writeResolution } from '../storage/conversations/acts.ts';
import type { Database } from '../storage/database.ts';
import { addTimelineEvents } from '../storage/timeline.ts';
import { loadConversation } from './load-conversation.ts';
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
  return db.transaction(async (tx) => {
    const before = await loadConversation(tx, who.workspaceId, input.conversationId);
    if (before.resolution === input.resolution) return;
    if (input.resolution !== 'open' && before.attention === 'needs_answer')
      throw new CareError(
        'conflict',
        'still_waiting',
        'The customer still waits for an answer. Answer, acknowledge, or say why there is no reply; then resolve.',
      );
    const isOpen = input.resolution === 'open';
    const place = { workspaceId: who.workspaceId, conversationId: input.conversationId };
    await writeResolution(tx, place, input.resolution, who.agentId, isOpen ? null : now);
    await addTimelineEvents(tx, who.workspaceId, [
      {
        conversationId: input.conversationId,
        at: now,
        actorKind: who.agentId ? 'agent' : 'system',
        actorId: who.agentId,
        kind: isOpen ? 'reopened' : `resolved_${input.resolution}`,
        detail: { before: before.resolution },
      },
    ]);
    await recordChanges(tx, who.workspaceId, [{ kind: 'resolution', conversationId: input.conversationId }], now);
  });
}
