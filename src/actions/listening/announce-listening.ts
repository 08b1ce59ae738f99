import type { WorkspaceId } from '../../core/ids.ts';
import { recordChanges } from '../../storage/changes.ts';
import type { Tx } from '../../storage/database.ts';
import { tellReaders } from '../../storage/listening/tell-readers.ts';

/** Browsers look again, and accounts are asked to search anew. The last statements of a transaction. */
export async function announceListening(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<void> {
  await tellReaders(tx, workspaceId);
  await recordChanges(tx, workspaceId, [{ kind: 'listening', conversationId: null }], now);
}
