import { CareError } from '../core/errors.ts';
import type { AgentId, ConversationId } from '../core/ids.ts';
import { recordChanges } from '../storage/changes.ts';
import { worksHere, writeAssignee } from '../storage/conversations/acts.ts';
import type { Database } from '../storage/database.ts';
import { addNotifications } from '../storage/notifications/add.ts';
import { addTimelineEvents } from '../storage/timeline.ts';
import { loadConversation } from './load-conversation.ts';
import type { Who } from './who.ts';

/** Gives it to an agent, or to nobody. Throws `no_such_agent`, `no_such_conversation`. */
export function assignConversation(
  db: Database,
  who: Who,
  input: { readonly conversationId: ConversationId; readonly agentId: AgentId | null },
  now: Date,
): Promise<void> {
  return db.transaction(async (tx) => {
    const before = await loadConversation(tx, who.workspaceId, input.conversationId);
    if (before.assignee_id === input.agentId) return;
    if (input.agentId && !(await worksHere(tx, who.workspaceId, input.agentId)))
      throw new CareError('invalid', 'no_such_agent', 'There is no such agent, or they do not work here any more.');
    await writeAssignee(tx, { workspaceId: who.workspaceId, conversationId: input.conversationId }, input.agentId);
    await addTimelineEvents(tx, who.workspaceId, [
      {
        conversationId: input.conversationId,
        at: now,
        actorKind: who.agentId ? 'agent' : 'system',
        actorId: who.agentId,
        kind: input.agentId ? 'assigned' : 'unassigned',
        detail: { to: input.agentId, from: before.assignee_id },
      },
    ]);
    if (input.agentId)
      await addNotifications(
        tx,
        who.workspaceId,
        [
          {
            agentId: input.agentId,
            kind: 'assigned',
            conversationId: input.conversationId,
            actorId: who.agentId,
            text: before.preview,
            about: `assigned:${input.conversationId}`,
          },
        ],
        now,
      );
    await recordChanges(tx, who.workspaceId, [{ kind: 'assignee', conversationId: input.conversationId }], now);
  });
}
