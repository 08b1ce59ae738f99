import { sql } from 'kysely';
import type { ConversationId, WorkspaceId } from '../../core/ids.ts';
import type { Columns } from '../../core/work/act.ts';
import { PATCHABLE } from '../../core/work/restore.ts';
import type { Tx } from '../database.ts';
import { jsonRows } from '../rows.ts';

/** Conversations as the database writes them in JSON, locked until the transaction ends, always in the same order. */
export async function lockColumns(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly ConversationId[],
): Promise<ReadonlyMap<ConversationId, Columns>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: ConversationId; columns: Columns }>`
    select c.id, to_jsonb(c) as columns from conversations c
    where c.workspace_id = ${workspaceId} and c.id = any(${[...ids]}::uuid[]) order by c.id for update`.execute(tx);
  return new Map(rows.map(({ id, columns }) => [id, columns]));
}

const SETS = sql.join(PATCHABLE.map((column) => sql`${sql.ref(column)} = p.${sql.ref(column)}`));

/** Writes each patch over its conversation, all in one statement. @returns the rows as they are now */
export async function patchColumns(
  tx: Tx,
  workspaceId: WorkspaceId,
  patches: readonly { readonly id: ConversationId; readonly patch: Columns }[],
): Promise<ReadonlyMap<ConversationId, Columns>> {
  if (patches.length === 0) return new Map();
  const { rows } = await sql<{ id: ConversationId; columns: Columns }>`
    update conversations c set ${SETS}
    from (
      select p.* from json_to_recordset(${jsonRows(patches)}) as r (id uuid, patch jsonb)
      join conversations b on b.workspace_id = ${workspaceId} and b.id = r.id
      cross join lateral jsonb_populate_record(b, r.patch) p
    ) p
    where c.workspace_id = ${workspaceId} and c.id = p.id
    returning c.id, to_jsonb(c) as columns`.execute(tx);
  return new Map(rows.map(({ id, columns }) => [id, columns]));
}
