import { CareError } from '../core/errors.ts';
import type { OutgoingId } from '../core/ids.ts';
import type { ChannelLookup } from '../core/reply/ways.ts';
import { recordChanges } from '../storage/changes.ts';
import type { Database } from '../storage/database.ts';
import { type OutgoingRow, queueAgain } from '../storage/outbox/rows.ts';
import { addTimelineEvents } from '../storage/timeline.ts';
import { landAct } from './land-act.ts';
import { loadOutgoing, tellRequeued } from './retry-outgoing.ts';
import type { Who } from './who.ts';

/**
 * A person looked on the network and says what became of an act of unknown outcome: it stands there, or it does not
 * and may be sent again. Throws `no_such_act`, `needs_a_human`, `not_unknown`.
 */
export function decideOutgoing(
  db: Database,
  channels: ChannelLookup,
  who: Who,
  input: { readonly id: OutgoingId; readonly wasSent: boolean },
  now: Date,
): Promise<OutgoingRow> {
  return db.transaction(async (tx) => {
    const row = await loadOutgoing(tx, who, input.id);
    if (!who.agentId)
      throw new CareError('forbidden', 'needs_a_human', 'Only a person can look and decide. Sign in as an agent.');
    if (row.state !== 'unknown')
      throw new CareError('conflict', 'not_unknown', `There is nothing to decide: it is ${row.state}.`);
    if (row.conversationId)
      await addTimelineEvents(tx, who.workspaceId, [
        {
          conversationId: row.conversationId,
          at: now,
          actorKind: 'agent',
          actorId: who.agentId,
          kind: 'send_decided',
          detail: { outgoingId: row.id, act: row.kind, wasSent: input.wasSent, messageId: row.messageId },
        },
      ]);
    if (input.wasSent) {
      await landAct(tx, who.workspaceId, row, { kind: 'accepted' }, channels, now);
      await recordChanges(tx, who.workspaceId, [{ kind: 'delivery', conversationId: row.conversationId }], now);
    } else {
      const isMarking = row.markedAt !== null;
      await queueAgain(tx, who.workspaceId, row.id, { isMarking }, now);
      await tellRequeued(tx, who, row, isMarking, now);
    }
    return loadOutgoing(tx, who, input.id);
  });
}
