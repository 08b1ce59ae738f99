import { sql } from 'kysely';
import type { WorkspaceId } from '../../core/ids.ts';
import type { Reader, Tx } from '../database.ts';

export interface DeliveryRow {
  readonly id: string;
  readonly event: string;
  readonly at: Date;
  readonly state: 'waiting' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly dueAt: Date;
  readonly triedAt: Date | null;
  readonly status: number | null;
  readonly tookMs: number | null;
  readonly answer: string | null;
  readonly body: string | null;
  readonly position: string;
}

/** The newest first. @param before the position of the last one read */
export async function listDeliveries(
  db: Reader,
  workspaceId: WorkspaceId,
  hookId: string,
  { before, state, limit }: { readonly before: string | null; readonly state: string | null; readonly limit: number },
): Promise<readonly DeliveryRow[]> {
  const { rows } = await sql<DeliveryRow>`
    select id, event, at, state, attempts, due_at as "dueAt", tried_at as "triedAt", status, took_ms as "tookMs", answer, body,
      position::text as position
    from hook_deliveries where workspace_id = ${workspaceId} and hook_id = ${hookId}
      and (${before}::bigint is null or position < ${before}::bigint) and (${state}::text is null or state = ${state})
    order by position desc limit ${limit}`.execute(db);
  return rows;
}

/** Tells it again, the same bytes under the same id. @param which null: all that failed @returns how many */
export async function replayDeliveries(
  tx: Tx,
  workspaceId: WorkspaceId,
  hookId: string,
  which: string | null,
  now: Date,
): Promise<number> {
  const { numAffectedRows } = await sql`
    update hook_deliveries set state = 'waiting', attempts = 0, first_tried_at = null, due_at = ${now}
    where workspace_id = ${workspaceId} and hook_id = ${hookId}
      and ${which === null ? sql`state = 'failed'` : sql`id = ${which} and (state <> 'waiting' or due_at > ${now})`}`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0n);
}

/** One that nobody chose: the test button. */
export async function addTest(
  tx: Tx,
  workspaceId: WorkspaceId,
  row: { readonly id: string; readonly hookId: string; readonly event: string },
  now: Date,
): Promise<void> {
  await sql`insert into hook_deliveries (workspace_id, id, hook_id, event, at, due_at)
    values (${workspaceId}, ${row.id}, ${row.hookId}, ${row.event}, ${now}, ${now})`.execute(tx);
}

/** What is over is kept for so long and no longer: bodies hold the words of customers. */
export async function pruneDeliveries(tx: Tx, workspaceId: WorkspaceId, before: Date): Promise<void> {
  await sql`delete from hook_deliveries where workspace_id = ${workspaceId} and at < ${before}`.execute(tx);
}
