import { CareError } from '../core/errors.ts';
import type { OutgoingId } from '../core/ids.ts';
import { recordChanges } from '../storage/changes.ts';
import type { Database } from '../storage/database.ts';
import { takeBackAnswer } from '../storage/outbox/conversation.ts';
import type { OutgoingRow } from '../storage/outbox/rows.ts';
import { settleUnsent } from '../storage/outbox/settle.ts';
import { addTimelineEvents } from '../storage/timeline.ts';
import { loadOutgoing } from './retry-outgoing.ts';
import { takeBackReply } from './take-back-reply.ts';
import { toldBy } from './told-by.ts';
import type { Who } from './who.ts';

/** Takes back what has certainly not left; an answer that was never tried is a draft again. Throws `no_such_act`, `being_sent`, `undecided`, `already_done`. */
export function cancelOutgoing(db: Database, who: Who, id: OutgoingId, now: Date): Promise<OutgoingRow> {
  return db.transaction(async (tx) => {
    const row = await loadOutgoing(tx, who, id);
    if (row.state === 'cancelled') return row;
    if (row.state === 'sending')
      throw new CareError('conflict', 'being_sent', 'It is on its way just now and cannot be held back.');
    if (row.state === 'unknown')
      throw new CareError('conflict', 'undecided', 'It may have been sent. Look on the network and decide first.');
    if (row.state === 'sent') throw new CareError('conflict', 'already_done', 'It was sent already.');
    await settleUnsent(tx, who.workspaceId, id, { state: 'cancelled', detail: null, refusal: null }, now);
    if (row.conversationId) {
      const { conversationId } = row;
      const isGone = await takeBackReply(tx, who, row, now);
      if (!isGone) await takeBackAnswer(tx, who.workspaceId, { ...row, conversationId }, now);
      await addTimelineEvents(tx, who.workspaceId, [
        {
          conversationId,
          ...toldBy(who, now),
          kind: isGone ? 'reply_taken_back' : 'send_cancelled',
          detail: { outgoingId: id, act: row.kind, messageId: row.messageId },
        },
      ]);
    }
    await recordChanges(tx, who.workspaceId, [{ kind: 'delivery', conversationId: row.conversationId }], now);
    return loadOutgoing(tx, who, id);
  });
}
