import type { Pulled } from '../core/channel/connector.ts';
import type { InboxId, WorkspaceId } from '../core/ids.ts';
import { recordChanges } from '../storage/changes.ts';
import type { Database } from '../storage/database.ts';
import { wasTold } from '../storage/filing/hours.ts';
import { addGap } from '../storage/health/gaps.ts';

/** Writes down a time of which the network tells nothing any more, once, and tells the desk. */
export async function noteGap(
  db: Database,
  workspaceId: WorkspaceId,
  inboxId: InboxId,
  stream: string,
  gap: NonNullable<Pulled['gap']>,
  now: Date,
  isReconciling = false,
): Promise<void> {
  if (gap.from >= gap.to) return;
  await db.transaction(async (tx) => {
    // What cannot be compared is no gap where webhooks brought it all along.
    if (isReconciling && (await wasTold(tx, workspaceId, inboxId, gap))) return;
    const isNew = await addGap(tx, workspaceId, { inboxId, stream, ...gap }, now);
    if (isNew) await recordChanges(tx, workspaceId, [{ kind: 'inbox', conversationId: null }], now);
  });
}
