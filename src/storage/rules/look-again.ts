import { sql } from 'kysely';
import type { WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';

/** Everything that waits is looked at again. As if time had come: nothing happened to it. */
export async function lookAgainAtWaiting(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<void> {
  await sql`update conversations set triage_at = ${now} where workspace_id = ${workspaceId} and attention = 'needs_answer'
    and merged_into_id is null and (triage_at is null or triage_at > ${now})`.execute(tx);
}

/** Where this rule put something on a priority. */
export async function lookAgainAtBoosted(tx: Tx, workspaceId: WorkspaceId, ruleId: string, now: Date): Promise<void> {
  const boosted = JSON.stringify([{ ruleId }]);
  await sql`update conversations set triage_at = ${now} where workspace_id = ${workspaceId} and attention = 'needs_answer'
    and merged_into_id is null and (triage_at is null or triage_at > ${now}) and rule_boosts @> ${boosted}::jsonb`.execute(
    tx,
  );
}
