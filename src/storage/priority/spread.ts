import { sql } from 'kysely';
import type { WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';
import { holdFiling } from '../ledger.ts';

/**
 * Has the next of those that wait decided anew by a scale that was saved, in the order of their ids.
 * @returns false: nothing is left to do, or somebody else does it
 */
export async function spreadNext(tx: Tx, workspaceId: WorkspaceId, now: Date, limit: number): Promise<boolean> {
  const { rows } = await sql<{ id: string; teamId: string | null; spreadTo: string | null }>`
    select id, team_id as "teamId", spread_to as "spreadTo" from priority_scales
    where workspace_id = ${workspaceId} and spread_at is null order by id limit 1 for update skip locked`.execute(tx);
  const turn = rows[0];
  if (!turn) return false;
  // What is filed meanwhile was decided by the scale before: it is to stand there, or to wait.
  await holdFiling(tx, workspaceId);
  const beyond = turn.spreadTo ? sql`and id > ${turn.spreadTo}` : sql``;
  const ofTeam = turn.teamId ? sql`and team_id = ${turn.teamId}` : sql``;
  const marked = await sql<{ id: string }>`
    with next as (select id from conversations where workspace_id = ${workspaceId} and attention = 'needs_answer'
        and merged_into_id is null ${beyond} ${ofTeam} order by id limit ${limit} for update)
    update conversations c set triage_at = least(c.triage_at, 'epoch') from next where c.workspace_id = ${workspaceId} and c.id = next.id
    returning c.id`.execute(tx);
  const last = marked.rows
    .map(({ id }) => id)
    .sort()
    .at(-1);
  const isOver = marked.rows.length < limit;
  await tx
    .updateTable('priority_scales')
    .set({ spread_at: isOver ? now : null, ...(last ? { spread_to: last } : {}) })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', turn.id)
    .execute();
  return true;
}
