import { CareError } from '../core/errors.ts';
import { recordChanges } from '../storage/changes.ts';
import type { Database } from '../storage/database.ts';
import { findGap, settleGap as settle } from '../storage/health/gaps.ts';
import { requireRightOn } from './require-right.ts';
import type { Who } from './who.ts';

/** Somebody looked on the network for what may have been missed. Throws `needs_a_human`, `no_such_gap`, rights. */
export async function settleGap(db: Database, who: Who, id: string, now: Date): Promise<void> {
  const { agentId } = who;
  if (!agentId)
    throw new CareError('forbidden', 'needs_a_human', 'Only a person can have looked there. Sign in as an agent.');
  await db.transaction(async (tx) => {
    const inboxId = await findGap(tx, who.workspaceId, id);
    if (!inboxId) throw new CareError('not_found', 'no_such_gap', 'There is no such gap.');
    requireRightOn(who, inboxId, 'answer');
    if (await settle(tx, who.workspaceId, id, agentId, now))
      await recordChanges(tx, who.workspaceId, [{ kind: 'inbox', conversationId: null }], now);
  });
}
