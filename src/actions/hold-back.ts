import type { InboxId, WorkspaceId } from '../core/ids.ts';
import { type Change, recordChanges } from '../storage/changes.ts';
import type { Database, Tx } from '../storage/database.ts';
import { lockOvertaken, type Overtaken } from '../storage/outbox/overtaken.ts';
import { readOutgoing } from '../storage/outbox/rows.ts';
import { settleUnsent } from '../storage/outbox/settle.ts';
import { waitsAgain } from './waits-again.ts';

/** The refusal of an answer that somebody was quicker than; sending it after all is trying it again. */
export const HELD_BACK = 'held_back';

/**
 * Answers that waited for their time, and in whose conversation others wrote meanwhile, do not go out by themselves: a
 * person reads what was said and decides.
 */
export function holdBack(db: Database, workspaceId: WorkspaceId, inboxId: InboxId, now: Date): Promise<void> {
  return db.transaction(async (tx) => {
    const overtaken = await lockOvertaken(tx, workspaceId, inboxId, now);
    if (overtaken.length === 0) return;
    const changes: Change[] = [];
    for (const one of overtaken) changes.push(...(await holdOne(tx, workspaceId, one, now)));
    await recordChanges(tx, workspaceId, changes, now);
  });
}

async function holdOne(
  tx: Tx,
  workspaceId: WorkspaceId,
  { id, by, agentName }: Overtaken,
  now: Date,
): Promise<readonly Change[]> {
  const detail = `${by === 'contact' ? 'They wrote again' : `${agentName ?? 'Somebody, in the network’s own app,'} answered`} since this was written. Read that first, then send it or take it back.`;
  await settleUnsent(tx, workspaceId, id, { state: 'failed', detail, refusal: HELD_BACK }, now);
  const row = await readOutgoing(tx, workspaceId, id);
  if (!row?.conversationId) return [];
  const why = { kind: 'reply_held_back', text: detail, about: { by, agentName } } as const;
  return [
    { kind: 'delivery', conversationId: row.conversationId },
    ...(await waitsAgain(tx, workspaceId, row, why, now)),
  ];
}
