import { sql } from 'kysely';
import type { WorkspaceId } from '../core/ids.ts';
import type { Reader, Tx } from './database.ts';

export interface Workspace {
  readonly id: WorkspaceId;
  readonly slug: string;
  readonly name: string;
  readonly isPractice: boolean;
}

export async function addWorkspace(
  tx: Tx,
  { slug, name, isPractice }: { readonly slug: string; readonly name: string; readonly isPractice: boolean },
): Promise<WorkspaceId> {
  const { id } = await tx
    .insertInto('workspaces')
    .values({ slug, name, is_practice: isPractice })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx.insertInto('filing_turns').values({ workspace_id: id }).execute();
  return id;
}

export async function readWorkspace(db: Reader, id: WorkspaceId): Promise<Workspace | null> {
  const row = await db.selectFrom('workspaces').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** By the name that stands in addresses. */
export async function findWorkspace(db: Reader, slug: string): Promise<Workspace | null> {
  const row = await db.selectFrom('workspaces').selectAll().where('slug', '=', slug).executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** All of them, in the order of their making. The list of workspaces is the one thing that is read across them. */
export async function listWorkspaces(db: Reader): Promise<readonly Workspace[]> {
  return (await db.selectFrom('workspaces').selectAll().orderBy('id').execute()).map(fromRow);
}

/** It and everything in it. */
export async function removeWorkspace(tx: Tx, id: WorkspaceId): Promise<void> {
  await tx.deleteFrom('workspaces').where('id', '=', id).execute();
}

/** Two processes that start on an empty database make one first workspace, not two. */
export async function lockFounding(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(4100002)`.execute(tx);
}

function fromRow(row: { id: WorkspaceId; slug: string; name: string; is_practice: boolean }): Workspace {
  return { id: row.id, slug: row.slug, name: row.name, isPractice: row.is_practice };
}
