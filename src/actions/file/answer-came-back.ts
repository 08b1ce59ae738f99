import type { MessageId, OutgoingId, WorkspaceId } from '../../core/ids.ts';
import type { Change } from '../../storage/changes.ts';
import type { Tx } from '../../storage/database.ts';
import type { MovedMessage } from '../../storage/filing/deliveries.ts';
import { readOutgoing } from '../../storage/outbox/rows.ts';
import { waitsAgain } from '../waits-again.ts';

/** The network took it and says later that it reached nobody: what it answered waits again, and whoever wrote it is told. */
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
    const about = { messageId, detail };
    changes.push(
      ...(await waitsAgain(
        tx,
        workspaceId,
        { ...row, conversationId },
        { kind: 'send_failed', text: detail, about },
        now,
      )),
    );
  }
  return changes;
}

/** An answer and the act that sends it have one id. */
const actOf = (id: MessageId) => id as string as OutgoingId;
