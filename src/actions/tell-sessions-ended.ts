import type { WorkspaceId } from '../core/ids.ts';
import { recordChanges } from '../storage/changes.ts';
import type { Tx } from '../storage/database.ts';

/** Browsers that are signed out by this hear nothing more from the same moment on. The last of its transaction. */
export async function tellSessionsEnded(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<void> {
  await recordChanges(tx, workspaceId, [{ kind: 'sessions', conversationId: null }], now);
}
