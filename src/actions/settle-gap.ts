import { CareError } from '../core/errors.ts';
import type { InboxId } from '../core/ids.ts';
import { recordChanges } from '../storage/changes.ts';
import type { Database } from '../storage/database.ts';
import { settleGap as settle } from '../storage/health/gaps.ts';
import type { Who } from './who.ts';

/** Somebody looked on the network for what may have been missed. Throws `needs_a_human`, `no_such_gap`. */
export async function settleGap(
  db: Database,
  who: Who,
  { inboxId, gapId }: { readonly inboxId: InboxId; readonly gapId: string },
  now: Date,
): Promise<void> {
  const { agentId, workspaceId } = who;
  if (!agentId)
    throw new CareError('forbidden', 'needs_a_human', 'Only a person can have looked there. Sign in as an agent.');
  await db.transaction(async (tx) => {
    const was = await settle(tx, workspaceId, { inboxId, gapId }, agentId, now);
    if (was === 'unknown') throw new CareError('not_found', 'no_such_gap', 'There is no such gap.');
    if (was === 'open') await recordChanges(tx, workspaceId, [{ kind: 'inbox', conversationId: null }], now);
  });
}
