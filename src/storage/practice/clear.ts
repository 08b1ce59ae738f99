import { sql } from 'kysely';
import type { AgentId, WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';

/**
 * What a fresh start takes away; what hangs from these goes with them. The workspace itself stays with its count of
 * changes, and so do the team and whoever is signed in: a browser that looks on must not be thrown out.
 */
const CLEARED = [
  'changes',
  'media',
  'outbox',
  'timeline_events',
  'notices',
  'reactions',
  'early_changes',
  'message_versions',
  'messages',
  'lanes',
  'conversations',
  'posts',
  'threads',
  'identities',
  'contacts',
  'ledger',
  'inbox_cursors',
  'inboxes',
  'audit_log',
] as const;

/** Tables of a workspace that a fresh start leaves as they are, and why; a test holds both lists against the schema. */
export const KEPT: Readonly<Record<string, string>> = {
  agents: 'the team; who was invited for a try goes',
  sessions: 'whoever looks on stays signed in',
  api_tokens: 'so does a script that practises',
  sign_in_links: 'a link that was printed still works',
  filing_turns: 'a lock',
};
export const CLEARED_TABLES: readonly string[] = CLEARED;

/** Everything of a practice workspace but its team. Refuses any other workspace by touching nothing. */
export async function clearPractice(tx: Tx, workspaceId: WorkspaceId, team: readonly AgentId[]): Promise<boolean> {
  const { rows } = await sql`select 1 from workspaces where id = ${workspaceId} and is_practice for update`.execute(tx);
  if (rows.length === 0) return false;
  // Filing may be under way; it ends first, or begins on the cleared tables.
  await sql`select 1 from filing_turns where workspace_id = ${workspaceId} for update`.execute(tx);
  for (const table of CLEARED)
    await sql`delete from ${sql.table(table)} where workspace_id = ${workspaceId}`.execute(tx);
  await sql`delete from agents where workspace_id = ${workspaceId} and not (id = any(${[...team]}::uuid[]))`.execute(
    tx,
  );
  await sql`update agents set deactivated_at = null where workspace_id = ${workspaceId}`.execute(tx);
  return true;
}
