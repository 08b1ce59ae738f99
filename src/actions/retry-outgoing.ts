import { CareError } from '../core/errors.ts';
import type { OutgoingId } from '../core/ids.ts';
import { actNeededFor, rightNeededFor } from '../core/outgoing/permission.ts';
import type { StoredAct } from '../core/outgoing/stored.ts';
import type { ChannelLookup } from '../core/reply/ways.ts';
import { recordChanges } from '../storage/changes.ts';
import type { Database, Tx } from '../storage/database.ts';
import { bringForward, lockOutgoing, type OutgoingRow, queueAgain } from '../storage/outbox/rows.ts';
import { requireRightOn } from './require-right.ts';
import { decideAttention } from './set-attention.ts';
import { wayOfAnswer } from './way-of-answer.ts';
import type { Who } from './who.ts';

/**
 * Sends what was refused once more, the same words under the same mark. What waits for its next try is tried now.
 * Throws `no_such_act`, `already_sent`, `undecided`, `way_closed`.
 */
export function retryOutgoing(
  db: Database,
  channels: ChannelLookup,
  who: Who,
  id: OutgoingId,
  now: Date,
): Promise<OutgoingRow> {
  return db.transaction(async (tx) => {
    const row = await loadOutgoing(tx, who, id);
    if (row.state === 'sending') return row;
    if (row.state === 'queued') {
      if (!(await bringForward(tx, who.workspaceId, id, now))) return row;
      await recordChanges(tx, who.workspaceId, [{ kind: 'delivery', conversationId: row.conversationId }], now);
      return loadOutgoing(tx, who, id);
    }
    if (row.state === 'unknown')
      throw new CareError('conflict', 'undecided', 'It may have been sent. Look on the network and decide first.');
    if (row.state !== 'failed')
      throw new CareError('conflict', 'already_done', `It was ${row.state} already. Nothing is sent twice.`);
    const act = await freshened(tx, who, row, channels, now);
    const isMarking = row.markedAt !== null && who.agentId !== null;
    await queueAgain(tx, who.workspaceId, id, { ...(act ? { act } : {}), isMarking }, now);
    await tellRequeued(tx, who, row, isMarking, now);
    return loadOutgoing(tx, who, id);
  });
}

export async function loadOutgoing(tx: Tx, who: Who, id: OutgoingId): Promise<OutgoingRow> {
  const row = await lockOutgoing(tx, who.workspaceId, id);
  if (!row) throw new CareError('not_found', 'no_such_act', 'There is no such act in the outbox.');
  refuseAboveOwn(who, row);
  return row;
}

/** Whoever could not have asked for it does not settle it either: what hides or deletes is for those who may. */
function refuseAboveOwn(who: Who, { kind, inboxId }: OutgoingRow): void {
  requireRightOn(who, inboxId, rightNeededFor(kind));
  const needed = actNeededFor(kind);
  if (who.acts?.includes(needed) === false)
    throw new CareError('forbidden', 'not_allowed', `Your role or token may not ${kind} messages.`, { act: needed });
}

/** Whoever sends it again answers with it, as whoever sent it first did. */
export async function tellRequeued(tx: Tx, who: Who, row: OutgoingRow, isMarking: boolean, now: Date): Promise<void> {
  if (isMarking && row.conversationId)
    await decideAttention(tx, who, { conversationId: row.conversationId, attention: 'answered' }, now);
  await recordChanges(tx, who.workspaceId, [{ kind: 'delivery', conversationId: row.conversationId }], now);
}

/** A window may have closed, or opened again, since it was first tried. */
async function freshened(
  tx: Tx,
  who: Who,
  row: OutgoingRow,
  channels: ChannelLookup,
  now: Date,
): Promise<StoredAct | null> {
  const { kind, conversationId, messageId } = row;
  if ((kind !== 'reply' && kind !== 'private_reply') || !conversationId || !messageId) return null;
  const answer = { ...row, kind, conversationId, messageId };
  const { way, thread } = await wayOfAnswer(tx, who.workspaceId, answer, channels, now);
  if (way && !way.isOpen)
    throw new CareError('conflict', 'way_closed', way.closedBecause ?? 'It cannot be answered there any more.');
  if (row.act.kind !== 'reply') return null;
  return { ...row.act, lastInboundAt: thread?.lastInboundAt?.toISOString() ?? null };
}
