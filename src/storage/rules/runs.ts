import { sql } from 'kysely';
import type { WorkspaceId } from '../../core/ids.ts';
import type { RuleRun } from '../../core/rules/place.ts';
import type { Reader, Tx } from '../database.ts';
import { jsonRows } from '../rows.ts';

/** What rules did with these conversations so far, by conversation. */
export async function readRuns(
  db: Reader,
  workspaceId: WorkspaceId,
  conversationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly RuleRun[]>> {
  const { rows } = await sql<RuleRun & { readonly conversationId: string }>`
    select conversation_id as "conversationId", rule_id as "ruleId", version, cause, outcome, at from rule_runs
    where workspace_id = ${workspaceId} and conversation_id = any(${[...conversationIds]}::uuid[])`.execute(db);
  return Map.groupBy(rows, ({ conversationId }) => conversationId);
}

/** Throws where one is there already: whoever holds the conversation read them before. */
export async function addRuns(
  tx: Tx,
  workspaceId: WorkspaceId,
  runs: readonly (RuleRun & { readonly conversationId: string })[],
): Promise<void> {
  if (runs.length === 0) return;
  await sql`insert into rule_runs (workspace_id, conversation_id, rule_id, version, cause, outcome, at)
    select ${workspaceId}, r."conversationId", r."ruleId", r.version, r.cause, r.outcome, r.at
    from json_to_recordset(${jsonRows(runs)}) as r
      ("conversationId" uuid, "ruleId" uuid, version integer, cause text, outcome text, at timestamptz)`.execute(tx);
}

/** Causes as old as this do not come again. */
export async function pruneRuns(tx: Tx, workspaceId: WorkspaceId, before: Date): Promise<void> {
  await sql`delete from rule_runs where workspace_id = ${workspaceId} and at < ${before}`.execute(tx);
}

/** False: a rule answered this person within the last `everyMs`. The row decides when two try at once. */
export async function claimReply(
  tx: Tx,
  workspaceId: WorkspaceId,
  contactId: string,
  everyMs: number,
  now: Date,
): Promise<boolean> {
  const before = new Date(now.getTime() - everyMs);
  const { rows } =
    await sql`insert into rule_replies as r (workspace_id, contact_id, at) values (${workspaceId}, ${contactId}, ${now})
    on conflict (workspace_id, contact_id) do update set at = excluded.at where r.at <= ${before} returning at`.execute(
      tx,
    );
  return rows.length > 0;
}
