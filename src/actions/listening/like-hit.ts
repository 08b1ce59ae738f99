import type { OutgoingId } from '../../core/ids.ts';
import type { ChannelLookup } from '../../core/reply/ways.ts';
import type { Database } from '../../storage/database.ts';
import { readOutgoing } from '../../storage/outbox/rows.ts';
import { takeAct } from '../act-on-message.ts';
import { decideAttention } from '../set-attention.ts';
import type { Principal } from '../who.ts';
import { type TakenUpHit, type TakingAids, takeUpWithin, tellTaken } from './take-up-within.ts';
import { waitsForThisOnly } from './waits-for-this-only.ts';

/**
 * Likes in public what was overheard: it is taken up, and acknowledged by whoever likes it unless more waits there. All of
 * it or nothing; a second try with the same id changes nothing. Throws what `takeUpWithin` and `takeAct` throw.
 */
export function likeHit(
  db: Database,
  channels: ChannelLookup,
  who: Principal,
  id: string,
  { actId }: { readonly actId: string },
  now: Date,
  aids: TakingAids = {},
): Promise<TakenUpHit> {
  return db.transaction(async (tx) => {
    const taken = await takeUpWithin(tx, who, id, now, aids);
    const { conversationId, messageId } = taken;
    const isSecondTry = (await readOutgoing(tx, who.workspaceId, actId as OutgoingId)) !== null;
    const like = await takeAct(tx, channels, who, { messageId, id: actId, kind: 'like' }, now);
    const changes = [...taken.changes, ...like.changes];
    if (who.agentId && !isSecondTry && (await waitsForThisOnly(tx, who, taken))) {
      await decideAttention(tx, who, { conversationId, attention: 'acknowledged' }, now);
      changes.push({ kind: 'attention', conversationId });
    }
    await tellTaken(tx, who, taken, changes, now);
    return { conversationId, messageId };
  });
}
