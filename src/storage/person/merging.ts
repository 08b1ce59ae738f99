import { sql } from 'kysely';
import type { AgentId, ContactId, WorkspaceId } from '../../core/ids.ts';
import { PERSON_COLUMNS, type PersonColumns } from '../../core/person/merge.ts';
import type { Reader, Tx } from '../database.ts';
import { storableJson } from '../rows.ts';

/** What went from one person to another, by its ids. */
export interface MovedThings {
  readonly identities: readonly string[];
  readonly conversations: readonly string[];
  readonly notes: readonly string[];
  /** People who had become part of this one before. */
  readonly people: readonly string[];
}

export interface PersonRow {
  readonly columns: PersonColumns;
  readonly mergedIntoId: ContactId | null;
}

const ROW = sql.join(PERSON_COLUMNS.map((column) => sql`${sql.lit(column)}, ${sql.ref(`p.${column}`)}`));

/** Locked until the transaction ends, in the order of all locks. */
export async function lockPeople(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly ContactId[],
): Promise<ReadonlyMap<ContactId, PersonRow>> {
  const { rows } = await sql<PersonRow & { id: ContactId }>`
    select p.id, p.merged_into_id as "mergedIntoId", jsonb_build_object(${ROW}) as columns
    from contacts p where p.workspace_id = ${workspaceId} and p.id = any(${[...ids]}::uuid[]) order by p.id for update`.execute(
    tx,
  );
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

export async function writePerson(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: ContactId,
  columns: PersonColumns,
  mergedIntoId: ContactId | null,
): Promise<void> {
  const names = sql.join(PERSON_COLUMNS.map((column) => sql.ref(column)));
  await sql`update contacts set merged_into_id = ${mergedIntoId}::uuid, (${names}) =
      (select ${names} from jsonb_populate_record(null::contacts, ${storableJson(columns)}::jsonb))
    where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

/** Everything of one person becomes another's. */
export async function moveAllOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  from: ContactId,
  into: ContactId,
): Promise<MovedThings> {
  await sql`select id from conversations where workspace_id = ${workspaceId} and contact_id in (${from}, ${into}) order by id for update`.execute(
    tx,
  );
  const move = async (table: 'identities' | 'conversations' | 'contact_notes') => {
    const { rows } = await sql<{ id: string }>`update ${sql.table(table)} set contact_id = ${into}
      where workspace_id = ${workspaceId} and contact_id = ${from} returning id`.execute(tx);
    return rows.map(({ id }) => id).toSorted();
  };
  const identities = await move('identities');
  const conversations = await move('conversations');
  const notes = await move('contact_notes');
  const { rows } = await sql<{ id: string }>`update contacts set merged_into_id = ${into}
    where workspace_id = ${workspaceId} and merged_into_id = ${from} returning id`.execute(tx);
  return { identities, conversations, notes, people: rows.map(({ id }) => id).toSorted() };
}

/** Gives back what went over, and what was said since by those whose it is; what somebody moved on since stays there. */
export async function moveBack(
  tx: Tx,
  workspaceId: WorkspaceId,
  into: ContactId,
  from: ContactId,
  moved: MovedThings,
): Promise<void> {
  await sql`select id from conversations where workspace_id = ${workspaceId} and contact_id = ${into} order by id for update`.execute(
    tx,
  );
  const back = (table: 'identities' | 'conversations' | 'contact_notes', ids: readonly string[]) =>
    sql`update ${sql.table(table)} set contact_id = ${from}
      where workspace_id = ${workspaceId} and contact_id = ${into} and id = any(${[...ids]}::uuid[])`.execute(tx);
  await back('identities', moved.identities);
  await back('conversations', moved.conversations);
  await back('contact_notes', moved.notes);
  await sql`update conversations set contact_id = ${from}
    where workspace_id = ${workspaceId} and contact_id = ${into} and identity_id = any(${[...moved.identities]}::uuid[])`.execute(
    tx,
  );
  await sql`update contacts set merged_into_id = ${from}
    where workspace_id = ${workspaceId} and merged_into_id = ${into} and id = any(${[...moved.people]}::uuid[])`.execute(
    tx,
  );
}

/** Whoever is one person from now on is looked at as one. */
export async function lookAgainAt(tx: Tx, workspaceId: WorkspaceId, ids: readonly ContactId[]): Promise<void> {
  await sql`update conversations set triage_at = '-infinity' where workspace_id = ${workspaceId}
    and contact_id = any(${[...ids]}::uuid[]) and attention = 'needs_answer' and merged_into_id is null`.execute(tx);
}

export interface PersonMerge {
  readonly id: string;
  readonly intoId: ContactId;
  readonly fromId: ContactId;
  readonly beforeInto: PersonColumns;
  readonly beforeFrom: PersonColumns;
  readonly moved: MovedThings;
  readonly at: Date;
  readonly byName: string | null;
  readonly isUndone: boolean;
}
const COLUMNS = sql`m.id, m.into_id as "intoId", m.from_id as "fromId", m.before_into as "beforeInto", m.before_from as "beforeFrom", m.moved,
  m.at, (select a.name from agents a where a.workspace_id = m.workspace_id and a.id = m.merged_by) as "byName", m.undone_at is not null as "isUndone"`;

export async function readMerge(db: Reader, workspaceId: WorkspaceId, id: string): Promise<PersonMerge | null> {
  const { rows } = await sql<PersonMerge>`select ${COLUMNS} from contact_merges m
    where m.workspace_id = ${workspaceId} and m.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** Those into a person that nobody took back, the oldest first. */
export async function standingMerges(
  db: Reader,
  workspaceId: WorkspaceId,
  into: ContactId,
): Promise<readonly PersonMerge[]> {
  const { rows } = await sql<PersonMerge>`select ${COLUMNS} from contact_merges m
    where m.workspace_id = ${workspaceId} and m.into_id = ${into} and m.undone_at is null order by m.position`.execute(
    db,
  );
  return rows;
}

/** False: it was done before, or the other one is part of somebody already. */
export async function insertMerge(
  tx: Tx,
  workspaceId: WorkspaceId,
  merge: Omit<PersonMerge, 'at' | 'byName' | 'isUndone'> & { readonly by: AgentId | null },
  now: Date,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into contact_merges (workspace_id, id, into_id, from_id, before_into, before_from, moved, merged_by, at)
    values (${workspaceId}, ${merge.id}, ${merge.intoId}, ${merge.fromId}, ${storableJson(merge.beforeInto)}::jsonb,
      ${storableJson(merge.beforeFrom)}::jsonb, ${storableJson(merge.moved)}::jsonb, ${merge.by}::uuid, ${now})
    on conflict do nothing`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

export async function rewriteBefore(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  beforeInto: PersonColumns,
): Promise<void> {
  await sql`update contact_merges set before_into = ${storableJson(beforeInto)}::jsonb
    where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

export async function markUndone(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  by: AgentId | null,
  now: Date,
): Promise<void> {
  await sql`update contact_merges set undone_at = ${now}, undone_by = ${by}::uuid
    where workspace_id = ${workspaceId} and id = ${id} and undone_at is null`.execute(tx);
}
