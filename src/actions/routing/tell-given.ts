import type { AgentId, ConversationId, WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../../storage/database.ts';
import { addNotifications, type NewNotification } from '../../storage/notifications/add.ts';
import { addTimelineEvents } from '../../storage/timeline.ts';
import { readNames } from '../../storage/work/act-facts.ts';
import type { GivenRow } from './give-out-waiting.ts';

/** The timeline says why, whoever gets it is called, and whoever left it unanswered hears who has it now. */
export async function tellGiven(
  tx: Tx,
  workspaceId: WorkspaceId,
  given: readonly GivenRow[],
  now: Date,
): Promise<void> {
  const ids = given.flatMap(({ waiting, choice }) => [choice.agentId, waiting.holderId ?? choice.agentId]);
  const { agents } = await readNames(tx, workspaceId, [...new Set(ids)]);
  const nameOf = (id: string | null) => (id && agents.get(id)?.name) || null;
  await addTimelineEvents(
    tx,
    workspaceId,
    given.map(({ waiting, choice }) => ({
      conversationId: waiting.id as ConversationId,
      at: now,
      actorKind: 'rule' as const,
      actorId: null,
      kind: 'assigned',
      detail: {
        to: choice.agentId,
        toName: nameOf(choice.agentId),
        from: waiting.holderId,
        fromName: nameOf(waiting.holderId),
        why: waiting.holderId === null ? choice.how : 'passed_on',
        how: choice.how,
        points: choice.points,
      },
    })),
  );
  const calls = given.flatMap(({ waiting, choice }): NewNotification[] => {
    const conversationId = waiting.id as ConversationId;
    const about = { conversationId, actorId: null, text: waiting.preview };
    return [
      { ...about, agentId: choice.agentId as AgentId, kind: 'assigned', about: `assigned:${waiting.id}` },
      ...(waiting.holderId === null
        ? []
        : [
            {
              ...about,
              agentId: waiting.holderId as AgentId,
              kind: 'passed_on' as const,
              about: `passed_on:${waiting.id}`,
              text: nameOf(choice.agentId) ?? '',
            },
          ]),
    ];
  });
  await addNotifications(tx, workspaceId, calls, now);
}
