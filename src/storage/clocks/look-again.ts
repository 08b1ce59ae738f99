import { sql } from 'kysely';
import type { WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';
import { lookAgainInOrder } from '../triage/look-again-in-order.ts';

/** As if time had come, long ago: nothing happened to them. Other hours or other targets: whatever is owed something is decided anew. */
export async function lookAgainAtClocks(tx: Tx, workspaceId: WorkspaceId, bite?: number): Promise<void> {
  const which = sql`c.attention = 'needs_answer' or c.due_at is not null or (c.attention = 'acknowledged' and c.resolution = 'open')`;
  await lookAgainInOrder(tx, workspaceId, which, sql`least(c.triage_at, 'epoch')`, bite);
}
