import { sql } from 'kysely';
import type { WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';
import { INBOXES } from '../inboxes.ts';

/** Whoever reads the inboxes looks again what each is to search for. */
export async function tellReaders(tx: Tx, workspaceId: WorkspaceId): Promise<void> {
  await sql`select pg_notify(${INBOXES}, ${String(workspaceId)})`.execute(tx);
}
