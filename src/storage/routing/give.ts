import { sql } from 'kysely';
import type { ConversationId, Json, WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';
import { jsonRows } from '../rows.ts';

export interface Handover {
  readonly id: string;
  readonly from: string | null;
  readonly to: string;
  readonly routed: Json;
  readonly passOnAt: Date | null;
}

/**
 * Those that still wait and are still whose they were; locked until the commit. Whoever holds one just now decides about
 * it: it is left alone, and looked at next time.
 */
export async function lockStillWaiting(
  tx: Tx,
  workspaceId: WorkspaceId,
  wanted: readonly Pick<Handover, 'id' | 'from'>[],
): Promise<ReadonlySet<string>> {
  if (wanted.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select c.id from conversations c
    join json_to_recordset(${jsonRows(wanted)}) as r (id uuid, "from" uuid) on r.id = c.id
    where c.workspace_id = ${workspaceId} and c.assignee_id is not distinct from r."from"
      and c.attention = 'needs_answer' and c.snoozed_until is null and c.merged_into_id is null
    order by c.id for update of c skip locked`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** Over conversations that the transaction holds. */
export async function handOver(tx: Tx, workspaceId: WorkspaceId, rows: readonly Handover[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`update conversations c set assignee_id = r."to", routed = r.routed, pass_on_at = r."passOnAt",
      -- Decided anew, but no news: what a machine did moves no rule.
      triage_at = least(c.triage_at, 'epoch')
    from json_to_recordset(${jsonRows(rows)}) as r (id uuid, "to" uuid, routed jsonb, "passOnAt" timestamptz)
    where c.workspace_id = ${workspaceId} and c.id = r.id`.execute(tx);
}

/** When to look again at what was given to somebody; null: it stays with them. */
export async function putPassOn(
  tx: Tx,
  workspaceId: WorkspaceId,
  rows: readonly { readonly id: ConversationId | string; readonly at: Date | null }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`update conversations c set pass_on_at = r.at
    from json_to_recordset(${jsonRows(rows)}) as r (id uuid, at timestamptz)
    where c.workspace_id = ${workspaceId} and c.id = r.id`.execute(tx);
}
