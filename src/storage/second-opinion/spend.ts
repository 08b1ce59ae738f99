import { sql } from 'kysely';
import type { WorkspaceId } from '../../core/ids.ts';
import { dayOf, MOST_FAILURES, REST_MS } from '../../core/second-opinion/settings.ts';
import type { Tx } from '../database.ts';

/** One call, as these settings allow it. */
interface Call {
  readonly version: number;
  /** What it costs at most. */
  readonly tokens: number;
  /** The one try of a server that was left alone. */
  readonly isTrial: boolean;
}

/**
 * Counts a call before it is made, so that however many processes ask, the day's budget holds.
 * @returns false: it may not be made (spent, switched off, changed, or left alone just now)
 */
export async function spendCall(
  tx: Tx,
  workspaceId: WorkspaceId,
  { version, tokens, isTrial }: Call,
  now: Date,
): Promise<boolean> {
  const today = dayOf(now);
  const { rows } = await sql`update second_opinion_settings
    set day = ${today}, calls = case when day = ${today} then calls else 0 end + 1,
      tokens = case when day = ${today} then tokens else 0 end + ${tokens}
    where workspace_id = ${workspaceId} and version = ${version} and is_on and (failures < ${MOST_FAILURES} or ${isTrial})
      and case when day = ${today} then calls else 0 end < calls_a_day
      and (tokens_a_day is null or case when day = ${today} then tokens else 0 end + ${tokens} <= tokens_a_day)
    returning 1`.execute(tx);
  return rows.length > 0;
}

/** What a call cost in truth, in place of what was set aside for it. */
export async function settleTokens(tx: Tx, workspaceId: WorkspaceId, difference: number, askedAt: Date): Promise<void> {
  await sql`update second_opinion_settings set tokens = greatest(tokens + ${difference}, 0)
    where workspace_id = ${workspaceId} and day = ${dayOf(askedAt)}`.execute(tx);
}

/** Of all processes one tries whether it answers again. @returns whether it is this one */
export async function claimTrial(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<boolean> {
  const { rows } = await sql`update second_opinion_settings set rests_until = ${new Date(now.getTime() + REST_MS)}
    where workspace_id = ${workspaceId} and failures >= ${MOST_FAILURES} and rests_until <= ${now} returning 1`.execute(
    tx,
  );
  return rows.length > 0;
}

export async function noteSuccess(tx: Tx, workspaceId: WorkspaceId, version: number): Promise<void> {
  await sql`update second_opinion_settings set failures = 0, rests_until = null
    where workspace_id = ${workspaceId} and version = ${version} and failures > 0`.execute(tx);
}

export async function noteFailure(
  tx: Tx,
  workspaceId: WorkspaceId,
  { version, words }: { readonly version: number; readonly words: string },
  now: Date,
): Promise<void> {
  await sql`update second_opinion_settings set failures = failures + 1, last_error = ${words}, last_error_at = ${now},
      rests_until = case when failures + 1 >= ${MOST_FAILURES} then ${new Date(now.getTime() + REST_MS)}::timestamptz end
    where workspace_id = ${workspaceId} and version = ${version}`.execute(tx);
}
