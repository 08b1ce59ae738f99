import { sql } from 'kysely';
import type { WorkspaceId } from '../core/ids.ts';
import { CHANGED } from './changes.ts';
import type { Tx } from './database.ts';

/** Something is due that no browser is told of: workers look after the commit. */
export async function tellWorkers(tx: Tx, workspaceId: WorkspaceId): Promise<void> {
  await sql`select pg_notify(${CHANGED}, ${String(workspaceId)})`.execute(tx);
}
