import type { WorkAct } from '../../core/work/act.ts';
import type { Database } from '../../storage/database.ts';
import { actOnOneWithin } from '../act-on-one.ts';
import type { Who } from '../who.ts';
import { type TakenUpHit, type TakingAids, takeUpWithin, tellTaken } from './take-up-within.ts';

/**
 * Makes a conversation of what was overheard, and gives it to a team or somebody in the same stroke. What is a conversation
 * already is left with whom it is. Throws what `takeUpWithin` and assigning throw.
 */
export function takeUpHit(
  db: Database,
  who: Who,
  id: string,
  { assigneeId, teamId }: { readonly assigneeId: string | null; readonly teamId: string | null },
  now: Date,
  aids: TakingAids = {},
): Promise<TakenUpHit> {
  return db.transaction(async (tx) => {
    const taken = await takeUpWithin(tx, who, id, now, aids);
    const { conversationId, messageId, isNew } = taken;
    const acts: readonly WorkAct[] = [
      ...(teamId ? [{ do: 'team' as const, teamId }] : []),
      ...(assigneeId ? [{ do: 'assign' as const, agentId: assigneeId }] : []),
    ];
    const changes = [...taken.changes];
    for (const act of isNew ? acts : []) changes.push(...(await actOnOneWithin(tx, who, conversationId, act, now)));
    await tellTaken(tx, who, taken, changes, now);
    return { conversationId, messageId };
  });
}
