import type { MessageId, OutgoingId, WorkspaceId } from '../../core/ids.ts';
import type { Change } from '../../storage/changes.ts';
import type { Tx } from '../../storage/database.ts';
import type { MovedMessage } from '../../storage/filing/deliveries.ts';
import { takeBackAnswer } from '../../storage/outbox/conversation.ts';
import { readOutgoing } from '../../storage/outbox/rows.ts';
import { addTimelineEvents } from '../../storage/timeline.ts';

/** The network took it and says later that it reached nobody: what it answered waits again. */
export async function answersCameBack(
  tx: Tx,
  workspaceId: WorkspaceId,
  moved: readonly MovedMessage[],
  detail: string,
  now: Date,
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const { messageId, conversationId } of moved) {
    const row = conversationId ? await readOutgoing(tx, workspaceId, actOf(messageId)) : null;
    if (!conversationId || !row) continue;
    const isBack = await takeBackAnswer(tx, workspaceId, { ...row, conversationId }, now);
    const about = { outgoingId: row.id, act: row.kind, messageId, waitsAgain: isBack, detail };
    await addTimelineEvents(tx, workspaceId, [
      { conversationId, at: now, actorKind: 'system', actorId: null, kind: 'send_failed', detail: about },
    ]);
    if (isBack) changes.push({ kind: 'attention', conversationId });
  }
  return changes;
}

/** An answer and the act that sends it have one id. */
const actOf = (id: MessageId) => id as string as OutgoingId;
