import { sql } from 'kysely';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';
import { jsonRows } from '../rows.ts';

/** One thing that a customer said. */
export interface Heard {
  readonly inboxId: InboxId;
  readonly at: Date;
  /** The network had not told us: a comparison with its own list did. */
  readonly isRecovered: boolean;
}

const HOUR_MS = 3_600_000;

/** Counts them in the hours in which they were said, for the rhythm of each inbox. */
export async function noteHeard(tx: Tx, workspaceId: WorkspaceId, heard: readonly Heard[]): Promise<void> {
  if (heard.length === 0) return;
  const hourOf = ({ at }: Heard) => new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS).toISOString();
  const groups = Map.groupBy(heard, (one) => `${one.inboxId} ${hourOf(one)}`);
  const rows = [...groups.values()].flatMap((ones) => {
    const [first] = ones;
    if (!first) return [];
    const recovered = ones.filter(({ isRecovered }) => isRecovered).length;
    return [{ inboxId: first.inboxId, hour: hourOf(first), heard: ones.length, recovered }];
  });
  // In one order, or two batches could wait for each other.
  rows.sort((a, b) => (a.inboxId + a.hour < b.inboxId + b.hour ? -1 : 1));
  await sql`insert into inbox_hours (workspace_id, inbox_id, hour, heard, recovered)
    select ${workspaceId}, r."inboxId", r.hour, r.heard, r.recovered
    from json_to_recordset(${jsonRows(rows)}) as r ("inboxId" uuid, hour timestamptz, heard integer, recovered integer)
    on conflict (workspace_id, inbox_id, hour) do update
      set heard = inbox_hours.heard + excluded.heard, recovered = inbox_hours.recovered + excluded.recovered`.execute(
    tx,
  );
}

/** Whether webhooks brought messages of an inbox in a time, and a comparison found none that they had not. */
export async function wasTold(
  tx: Tx,
  workspaceId: WorkspaceId,
  inboxId: InboxId,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<boolean> {
  const { rows } = await sql<{ told: number; recovered: number }>`
    select coalesce(sum(heard - recovered), 0)::integer as told, coalesce(sum(recovered), 0)::integer as recovered
    from inbox_hours where workspace_id = ${workspaceId} and inbox_id = ${inboxId}
      and hour > ${new Date(from.getTime() - HOUR_MS)} and hour <= ${to}`.execute(tx);
  const [row] = rows;
  return row !== undefined && row.told > 0 && row.recovered === 0;
}
