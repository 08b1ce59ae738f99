import type { WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';

/** False when this challenge was answered before. */
export async function spendChallenge(
  tx: Tx,
  workspaceId: WorkspaceId,
  challenge: string,
  expiresAt: Date,
): Promise<boolean> {
  const done = await tx
    .insertInto('spent_challenges')
    .values({ workspace_id: workspaceId, challenge, expires_at: expiresAt })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'challenge']).doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
