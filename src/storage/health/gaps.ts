import { sql } from 'kysely';
import type { AgentId, InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Reader, Tx } from '../database.ts';
import { newId } from '../new-id.ts';
import { storableText } from '../rows.ts';

/** A time in which something may have been missed. */
export interface Gap {
  readonly id: string;
  readonly inboxId: InboxId;
  readonly stream: string;
  readonly from: Date;
  readonly to: Date;
  readonly why: string;
}

/** False: it was known; its end moves on where the network says so. */
export async function addGap(tx: Tx, workspaceId: WorkspaceId, gap: Omit<Gap, 'id'>, now: Date): Promise<boolean> {
  const { rows } = await sql<{ isNew: boolean }>`
    insert into inbox_gaps (workspace_id, id, inbox_id, stream, from_at, to_at, why, noted_at)
    values (${workspaceId}, ${newId(now.getTime())}, ${gap.inboxId}, ${gap.stream}, ${gap.from}, ${gap.to},
      ${storableText(gap.why).slice(0, 500)}, ${now})
    on conflict (workspace_id, inbox_id, stream, from_at) do update set to_at = greatest(inbox_gaps.to_at, excluded.to_at)
    returning (noted_at = ${now}) as "isNew"`.execute(tx);
  return rows[0]?.isNew ?? false;
}

/** Those that nobody has settled, the newest first. */
export async function listGaps(db: Reader, workspaceId: WorkspaceId): Promise<readonly Gap[]> {
  const rows = await db
    .selectFrom('inbox_gaps')
    .select(['id', 'inbox_id as inboxId', 'stream', 'from_at as from', 'to_at as to', 'why'])
    .where('workspace_id', '=', workspaceId)
    .where('settled_at', 'is', null)
    .orderBy('to_at', 'desc')
    .limit(200)
    .execute();
  return rows;
}

/** Somebody looked. Null: there is none, or it was settled before. */
export async function settleGap(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  by: AgentId,
  now: Date,
): Promise<InboxId | null> {
  const row = await tx
    .updateTable('inbox_gaps')
    .set({ settled_at: now, settled_by: by })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .returning('inbox_id as inboxId')
    .executeTakeFirst();
  return row?.inboxId ?? null;
}
