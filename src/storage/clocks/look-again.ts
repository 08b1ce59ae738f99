import { sql } from 'kysely';
import type { WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';

/** As if time had come, long ago: nothing happened to them. Other hours or other targets: whatever is owed something is decided anew. @returns whether there was anything */
export async function lookAgainAtClocks(tx: Tx, workspaceId: WorkspaceId): Promise<boolean> {
  const { numAffectedRows } = await sql`update conversations set triage_at = least(triage_at, 'epoch')
    where workspace_id = ${workspaceId} and merged_into_id is null
      and (attention = 'needs_answer' or due_at is not null or (attention = 'acknowledged' and resolution = 'open'))`.execute(
    tx,
  );
  return (numAffectedRows ?? 0n) > 0n;
}
