import type { Json, WorkspaceId } from '../core/ids.ts';
import type { Change } from '../storage/changes.ts';
import type { Tx } from '../storage/database.ts';
import { addNotifications } from '../storage/notifications/add.ts';
import { takeBackAnswer } from '../storage/outbox/conversation.ts';
import type { OutgoingRow } from '../storage/outbox/rows.ts';
import { addTimelineEvents } from '../storage/timeline.ts';

interface Why {
  readonly kind: 'send_failed' | 'send_unclear' | 'reply_held_back';
  /** Told to whoever wrote it. */
  readonly text: string;
  /** What the timeline says besides. */
  readonly about: { readonly [key: string]: Json };
}

/** What is not known to have been answered must not look answered. */
export async function waitsAgain(
  tx: Tx,
  workspaceId: WorkspaceId,
  row: OutgoingRow,
  { kind, text, about }: Why,
  now: Date,
): Promise<readonly Change[]> {
  const { id, conversationId, agentId } = row;
  if (!conversationId) return [];
  if (agentId) {
    const notice = { agentId, kind: 'send_failed' as const, conversationId, actorId: null, text };
    await addNotifications(tx, workspaceId, [{ ...notice, about: `send_failed:${id}` }], now);
  }
  const isBack = await takeBackAnswer(tx, workspaceId, { ...row, conversationId }, now);
  const detail = { outgoingId: id, act: row.kind, messageId: row.messageId, waitsAgain: isBack, ...about };
  await addTimelineEvents(tx, workspaceId, [
    { conversationId, at: now, actorKind: 'system', actorId: null, kind, detail },
  ]);
  return isBack ? [{ kind: 'attention', conversationId }] : [];
}
