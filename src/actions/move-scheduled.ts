import { CareError } from '../core/errors.ts';
import type { OutgoingId } from '../core/ids.ts';
import type { ChannelLookup } from '../core/reply/ways.ts';
import { recordChanges } from '../storage/changes.ts';
import type { Database } from '../storage/database.ts';
import type { OutgoingRow } from '../storage/outbox/rows.ts';
import { moveSchedule } from '../storage/outbox/take-back.ts';
import { addTimelineEvents } from '../storage/timeline.ts';
import { loadOutgoing } from './retry-outgoing.ts';
import { toldBy } from './told-by.ts';
import { refuseTime } from './wait-to-send.ts';
import { wayOfAnswer } from './way-of-answer.ts';
import type { Who } from './who.ts';

/** Another time for an answer that waits for one. Throws `no_such_act`, `not_scheduled`, and what a new one would. */
export function moveScheduled(
  db: Database,
  channels: ChannelLookup,
  who: Who,
  { id, sendAt }: { readonly id: OutgoingId; readonly sendAt: Date },
  now: Date,
): Promise<OutgoingRow> {
  return db.transaction(async (tx) => {
    const row = await loadOutgoing(tx, who, id);
    const { kind, conversationId, messageId } = row;
    if ((kind !== 'reply' && kind !== 'private_reply') || !conversationId || !messageId || !row.scheduledFor)
      throw notScheduled();
    if (row.scheduledFor.getTime() === sendAt.getTime() && row.state === 'queued') return row;
    const answer = { ...row, kind, conversationId, messageId };
    const { way } = await wayOfAnswer(tx, who.workspaceId, answer, channels, now);
    refuseTime(sendAt, way?.closesAt ?? null, now);
    if (!(await moveSchedule(tx, who.workspaceId, id, sendAt))) throw notScheduled();
    await addTimelineEvents(tx, who.workspaceId, [
      {
        conversationId,
        ...toldBy(who, now),
        kind: 'reply_moved',
        detail: { outgoingId: id, until: sendAt.toISOString(), from: row.scheduledFor.toISOString() },
      },
    ]);
    await recordChanges(tx, who.workspaceId, [{ kind: 'delivery', conversationId }], now);
    return loadOutgoing(tx, who, id);
  });
}

const notScheduled = () =>
  new CareError('conflict', 'not_scheduled', 'It does not wait for a time any more: it has left or was taken back.');
