import type { WorkspaceId } from '../../src/core/ids.ts';
import type { Database } from '../../src/storage/database.ts';
import { appendToLedger } from '../../src/storage/ledger.ts';
import { commentBody } from '../workspace.ts';

/** Thousands of comments of one post, as webhooks left them in the ledger; half as many people as comments. `writtenAt`: all at once; absent: as `commentBody` says. */
export async function appendComments(
  db: Database,
  workspaceId: WorkspaceId,
  count: number,
  writtenAt?: Date,
): Promise<void> {
  const at = writtenAt && Math.floor(writtenAt.getTime() / 1000);
  for (let from = 0; from < count; from += 1000) {
    const arrivals = Array.from({ length: 1000 }, (_, i) => ({
      family: 'meta',
      inboxId: null,
      source: 'webhook',
      headers: { 'content-type': 'application/json' },
      body: commentBody(from + i, count / 2, at),
      receivedAt: new Date(),
    }));
    await db.alone((tx) => appendToLedger(tx, workspaceId, arrivals));
  }
}
