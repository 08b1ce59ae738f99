import { sql } from 'kysely';
import type { LabelId, WorkspaceId } from '../../core/ids.ts';
import { keyOfName } from '../../core/work/name.ts';
import type { Reader, Tx } from '../database.ts';
import { storableText } from '../rows.ts';
import { unlessTaken } from '../unless-taken.ts';

export interface LabelRow {
  readonly id: LabelId;
  readonly name: string;
  readonly colour: string;
  readonly isArchived: boolean;
}
const COLUMNS = sql`id, name, colour, archived_at is not null as "isArchived"`;

/** Those in use by name, the archived ones after them. */
export async function listLabels(db: Reader, workspaceId: WorkspaceId): Promise<readonly LabelRow[]> {
  const { rows } = await sql<LabelRow>`select ${COLUMNS} from labels where workspace_id = ${workspaceId}
    order by archived_at is not null, folded`.execute(db);
  return rows;
}

/** Locked until the transaction ends. */
export async function lockLabel(tx: Tx, workspaceId: WorkspaceId, id: LabelId): Promise<LabelRow | null> {
  const { rows } = await sql<LabelRow>`select ${COLUMNS} from labels
    where workspace_id = ${workspaceId} and id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}

/** False: the id or the name is taken. */
export async function insertLabel(
  tx: Tx,
  workspaceId: WorkspaceId,
  label: { readonly id: LabelId; readonly name: string; readonly colour: string; readonly by: string | null },
  now: Date,
): Promise<boolean> {
  const name = storableText(label.name);
  const { numAffectedRows } = await sql`
    insert into labels (workspace_id, id, name, folded, colour, created_by, created_at)
    values (${workspaceId}, ${label.id}, ${name}, ${keyOfName(name)}, ${label.colour}, ${label.by}, ${now})
    on conflict do nothing`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** False: another one has this name. */
export function updateLabel(tx: Tx, workspaceId: WorkspaceId, label: LabelRow, now: Date): Promise<boolean> {
  const name = storableText(label.name);
  return unlessTaken(tx, () =>
    sql`update labels set name = ${name}, folded = ${keyOfName(name)}, colour = ${label.colour},
        archived_at = case when ${label.isArchived} then coalesce(archived_at, ${now}::timestamptz) end
      where workspace_id = ${workspaceId} and id = ${label.id}`.execute(tx),
  );
}
