import { sql } from 'kysely';
import type { WorkspaceId } from '../../core/ids.ts';
import type { Reader, Tx } from '../database.ts';
import { jsonRows } from '../rows.ts';

export async function countHits(db: Reader, workspaceId: WorkspaceId): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from hits
    where workspace_id = ${workspaceId}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** How many spoke in hours of which nobody kept the words. */
export async function addPastVoice(
  tx: Tx,
  workspaceId: WorkspaceId,
  { boardId, channel }: { readonly boardId: string; readonly channel: string },
  hours: readonly {
    readonly hour: Date;
    readonly positive: number;
    readonly neutral: number;
    readonly negative: number;
  }[],
): Promise<void> {
  await sql`insert into voice_hours (workspace_id, board_id, channel, hour, positive, neutral, negative)
    select ${workspaceId}, ${boardId}, ${channel}, r.hour, r.positive, r.neutral, r.negative
    from json_to_recordset(${jsonRows(hours)}) as r (hour timestamptz, positive integer, neutral integer, negative integer)
    on conflict do nothing`.execute(tx);
}
