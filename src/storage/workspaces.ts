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

/** What goes without being told to: no key of these asks for the workspace's row. */
const BESIDE = ['changes', 'timeline_events', 'messages', 'conversations'] as const;

/** It and everything in it. Whoever writes into it just now is done before, or finds it gone. */
export async function removeWorkspace(tx: Tx, id: WorkspaceId): Promise<void> {
  await tx.selectFrom('workspaces').select('id').where('id', '=', id).forUpdate().execute();
  for (const table of BESIDE) await tx.deleteFrom(table).where('workspace_id', '=', id).execute();
  await tx.deleteFrom('workspaces').where('id', '=', id).execute();
}

/** Two processes that start on an empty database make one first workspace, not two. */
export async function lockFounding(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(4100002)`.execute(tx);
}

function fromRow(row: { id: WorkspaceId; slug: string; name: string; is_practice: boolean }): Workspace {
  return { id: row.id, slug: row.slug, name: row.name, isPractice: row.is_practice };
}
