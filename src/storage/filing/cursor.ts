import type { Cursor } from '../../core/channel/connector.ts';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';
import { storableJson } from '../rows.ts';

/** Remembers how far a stream was read. */
export async function saveCursor(
  tx: Tx,
  workspaceId: WorkspaceId,
  at: { readonly inboxId: InboxId; readonly stream: string; readonly cursor: Cursor },
  now: Date,
): Promise<void> {
  const cursor = storableJson(at.cursor);
  await tx
    .insertInto('inbox_cursors')
    .values({ workspace_id: workspaceId, inbox_id: at.inboxId, stream: at.stream, cursor, updated_at: now })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'inbox_id', 'stream']).doUpdateSet({ cursor, updated_at: now }),
    )
    .execute();
}
