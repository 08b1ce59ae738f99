import { sql } from 'kysely';
import type { ContactId, ConversationId, FieldId, WorkspaceId } from '../../core/ids.ts';
import type { Columns } from '../../core/work/act.ts';
import type { Field, FieldAbout } from '../../core/work/field.ts';
import { keyOfName } from '../../core/work/name.ts';
import type { Reader, Tx } from '../database.ts';
import { storableJson, storableText } from '../rows.ts';
import { unlessTaken } from '../unless-taken.ts';

export interface FieldRow extends Field {
  readonly id: FieldId;
  readonly about: FieldAbout;
  readonly position: number;
}
const COLUMNS = sql`id, about, name, kind, choices, position, archived_at is not null as "isArchived"`;

/** In the order in which they are shown. */
export async function listFields(db: Reader, workspaceId: WorkspaceId): Promise<readonly FieldRow[]> {
  const { rows } = await sql<FieldRow>`select ${COLUMNS} from custom_fields where workspace_id = ${workspaceId}
    order by archived_at is not null, about desc, position, folded`.execute(db);
  return rows;
}

/** Locked until the transaction ends. */
export async function lockField(tx: Tx, workspaceId: WorkspaceId, id: FieldId): Promise<FieldRow | null> {
  const { rows } = await sql<FieldRow>`select ${COLUMNS} from custom_fields
    where workspace_id = ${workspaceId} and id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}

/** Those of one kind that are not archived, in their order; locked until the transaction ends. */
export async function lockFieldOrder(tx: Tx, workspaceId: WorkspaceId, about: FieldAbout): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from custom_fields
    where workspace_id = ${workspaceId} and about = ${about} and archived_at is null order by position, folded for update`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

export async function writeFieldOrder(tx: Tx, workspaceId: WorkspaceId, ids: readonly string[]): Promise<void> {
  await sql`update custom_fields f set position = o.position - 1
    from unnest(${[...ids]}::uuid[]) with ordinality as o (id, position)
    where f.workspace_id = ${workspaceId} and f.id = o.id`.execute(tx);
}

/** At the end of its kind. False: the id or the name is taken. */
export async function insertField(
  tx: Tx,
  workspaceId: WorkspaceId,
  field: Omit<FieldRow, 'position' | 'isArchived'> & { readonly by: string | null },
  now: Date,
): Promise<boolean> {
  const name = storableText(field.name);
  const choices = field.choices.map(storableText);
  const { numAffectedRows } = await sql`
    insert into custom_fields (workspace_id, id, about, name, folded, kind, choices, position, created_by, created_at)
    select ${workspaceId}, ${field.id}, ${field.about}, ${name}, ${keyOfName(name)}, ${field.kind}, ${choices}::text[],
      coalesce((select max(position) + 1 from custom_fields where workspace_id = ${workspaceId} and about = ${field.about}), 0),
      ${field.by}::uuid, ${now}::timestamptz
    on conflict do nothing`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** False: another one has this name. */
export function updateField(tx: Tx, workspaceId: WorkspaceId, field: FieldRow, now: Date): Promise<boolean> {
  const name = storableText(field.name);
  const choices = field.choices.map(storableText);
  return unlessTaken(tx, () =>
    sql`update custom_fields set name = ${name}, folded = ${keyOfName(name)}, choices = ${choices}::text[], position = ${field.position},
        archived_at = case when ${field.isArchived} then coalesce(archived_at, ${now}::timestamptz) end
      where workspace_id = ${workspaceId} and id = ${field.id}`.execute(tx),
  );
}

/** The values of a conversation or a person, locked until the transaction ends. Null: it is not there. */
export async function lockValues(
  tx: Tx,
  workspaceId: WorkspaceId,
  about: FieldAbout,
  id: ConversationId | ContactId,
): Promise<Columns | null> {
  const { rows } = await sql<{ fields: Columns }>`select fields from ${sql.table(TABLES[about])}
    where workspace_id = ${workspaceId} and id = ${id} for update`.execute(tx);
  return rows[0]?.fields ?? null;
}

export async function writeValues(
  tx: Tx,
  workspaceId: WorkspaceId,
  about: FieldAbout,
  id: ConversationId | ContactId,
  values: Columns,
): Promise<void> {
  await sql`update ${sql.table(TABLES[about])} set fields = ${storableJson(values)}::jsonb
    where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}
const TABLES = { conversation: 'conversations', contact: 'contacts' } as const;
