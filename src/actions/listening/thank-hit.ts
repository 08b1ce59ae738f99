import { CareError } from '../../core/errors.ts';
import type { MessageId, OutgoingId } from '../../core/ids.ts';
import { type ChannelLookup, waysOf } from '../../core/reply/ways.ts';
import type { Database } from '../../storage/database.ts';
import { readOutgoing } from '../../storage/outbox/rows.ts';
import { readWayFacts } from '../../storage/ways.ts';
import { loadConversation } from '../load-conversation.ts';
import { takeReply } from '../send-reply.ts';
import type { Who } from '../who.ts';
import { type TakenUpHit, type TakingAids, takeUpWithin, tellTaken } from './take-up-within.ts';
import { waitsForThisOnly } from './waits-for-this-only.ts';

/**
 * Answers in public what was overheard: it is taken up, and answered by that unless more waits there. All of it or nothing;
 * a second try with the same id changes nothing. Throws what `takeUpWithin` and `takeReply` throw, `taken_up_already` when
 * it is a conversation in which others may be at work, `not_possible` where nobody can answer in public.
 */
export function thankHit(
  db: Database,
  channels: ChannelLookup,
  who: Who,
  id: string,
  input: { readonly messageId: string; readonly text: string },
  now: Date,
  aids: TakingAids = {},
): Promise<TakenUpHit> {
  return db.transaction(async (tx) => {
    const taken = await takeUpWithin(tx, who, id, now, aids);
    const { conversationId, messageId } = taken;
    const earlier = await readOutgoing(tx, who.workspaceId, input.messageId as OutgoingId);
    if (earlier) {
      if (earlier.conversationId !== conversationId || earlier.messageId === null)
        throw new CareError(
          'conflict',
          'id_taken',
          'This id belongs to something else already. Send it again with a new one.',
        );
      return { conversationId, messageId };
    }
    if (!taken.isNew)
      throw new CareError('conflict', 'taken_up_already', 'It is a conversation already. Answer it there.', {
        conversationId,
      });
    const facts = await readWayFacts(tx, who.workspaceId, conversationId);
    const way = waysOf(facts, channels, now).find((one) => isPublicAnswer(one, messageId));
    if (!way) throw new CareError('invalid', 'not_possible', 'This post cannot be answered in public from here.');
    const { changed_seq: readAtSeq } = await loadConversation(tx, who.workspaceId, conversationId);
    const reply = await takeReply(
      tx,
      channels,
      who,
      {
        conversationId,
        id: input.messageId,
        way: way.key,
        text: input.text,
        attachments: [],
        readAtSeq: Number(readAtSeq),
        sendAnyway: true,
        thenMark: (await waitsForThisOnly(tx, who, taken)) ? 'answered' : 'nothing',
      },
      now,
    );
    await tellTaken(tx, who, taken, [...taken.changes, ...reply.changes], now);
    return { conversationId, messageId };
  });
}

const isPublicAnswer = (way: ReturnType<typeof waysOf>[number], messageId: MessageId): boolean =>
  way.kind === 'reply' && way.reach !== 'owned_private' && way.speaksAs === null && way.inReplyTo === messageId;
