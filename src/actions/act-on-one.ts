import { CareError } from '../core/errors.ts';
import type { ConversationId } from '../core/ids.ts';
import type { WorkAct } from '../core/work/act.ts';
import { recordChanges } from '../storage/changes.ts';
import type { Database, Tx } from '../storage/database.ts';
import { applyBulkAct } from './apply-bulk-act.ts';
import type { Who } from './who.ts';

/** One act on one conversation. Throws why it cannot be done: `no_such_conversation`, `merged`, `still_waiting`, ... */
export function actOnOne(
  db: Database,
  who: Who,
  conversationId: ConversationId,
  act: WorkAct,
  now: Date,
): Promise<void> {
  return db.transaction(async (tx) => {
    const changes = await actOnOneWithin(tx, who, conversationId, act, now);
    if (changes.length > 0) await recordChanges(tx, who.workspaceId, changes, now);
  });
}

/** The same inside a larger act, which records the changes. */
export async function actOnOneWithin(tx: Tx, who: Who, conversationId: ConversationId, act: WorkAct, now: Date) {
  const { left, changes } = await applyBulkAct(tx, who, [conversationId], act, now);
  const [refused] = left;
  if (refused) throw new CareError(refused.fault, refused.code, refused.why);
  return changes;
}
