import type { InboxId, WorkspaceId } from '../core/ids.ts';
import { type Change, recordChanges } from '../storage/changes.ts';
import type { Database, Tx } from '../storage/database.ts';
import { addNotifications } from '../storage/notifications/add.ts';
import { takeBackAnswer } from '../storage/outbox/conversation.ts';
import { lockOvertaken, type Overtaken } from '../storage/outbox/overtaken.ts';
import { readOutgoing } from '../storage/outbox/rows.ts';
import { settleUnsent } from '../storage/outbox/settle.ts';
import { addTimelineEvents } from '../storage/timeline.ts';

/** The refusal of an answer that somebody was quicker than; sending it after all is trying it again. */
export const HELD_BACK = 'held_back';

/**
 * Answers that waited for their time, and in whose conversation others wrote meanwhile, do not go out by themselves: a
 * person reads what was said and decides. @returns how many
 */
export function holdBack(db: Database, workspaceId: WorkspaceId, inboxId: InboxId, now: Date): Promise<number> {
  return db.transaction(async (tx) => {
    const overtaken = await lockOvertaken(tx, workspaceId, inboxId, now);
    const changes: Change[] = [];
    for (const one of overtaken) changes.push(...(await holdOne(tx, workspaceId, one, now)));
    await recordChanges(tx, workspaceId, changes, now);
    return overtaken.length;
  });
}

async function holdOne(
  tx: Tx,
  workspaceId: WorkspaceId,
  { id, by, agentName }: Overtaken,
  now: Date,
): Promise<readonly Change[]> {
  const detail = `${by === 'contact' ? 'They wrote again' : `${agentName ?? 'Somebody, in the network’s own app,'} answered`} since this was written. Read that first, then send it or take it back.`;
  await settleUnsent(tx, workspaceId, id, { state: 'failed', detail, refusal: HELD_BACK }, now);
  const row = await readOutgoing(tx, workspaceId, id);
  if (!row?.conversationId) return [];
  const { conversationId, agentId } = row;
  const isBack = await takeBackAnswer(tx, workspaceId, { ...row, conversationId }, now);
  await addTimelineEvents(tx, workspaceId, [
    {
      conversationId,
      at: now,
      actorKind: 'system',
      actorId: null,
      kind: 'reply_held_back',
      detail: { outgoingId: id, messageId: row.messageId, by, agentName, waitsAgain: isBack },
    },
  ]);
  if (agentId)
    await addNotifications(
      tx,
      workspaceId,
      [{ agentId, kind: 'send_failed', conversationId, actorId: null, text: detail, about: `send_failed:${id}` }],
      now,
    );
  return [{ kind: 'delivery', conversationId }, ...(isBack ? [{ kind: 'attention', conversationId }] : [])];
}
