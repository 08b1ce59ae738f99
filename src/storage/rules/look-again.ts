import { sql } from 'kysely';
import type { WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';
import { lookAgainInOrder } from '../triage/look-again-in-order.ts';

/** Everything that waits is looked at again. As if time had come: nothing happened to it. */
export async function lookAgainAtWaiting(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<void> {
  const which = sql`c.attention = 'needs_answer' and (c.triage_at is null or c.triage_at > ${now})`;
  await lookAgainInOrder(tx, workspaceId, which, sql`${now}`);
}

/** Where this rule put something on a priority. */
export async function lookAgainAtBoosted(tx: Tx, workspaceId: WorkspaceId, ruleId: string, now: Date): Promise<void> {
  const boosted = JSON.stringify([{ ruleId }]);
  const which = sql`c.attention = 'needs_answer' and (c.triage_at is null or c.triage_at > ${now})
    and c.rule_boosts @> ${boosted}::jsonb`;
  await lookAgainInOrder(tx, workspaceId, which, sql`${now}`);
}
