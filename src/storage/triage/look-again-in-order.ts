import { type RawBuilder, sql } from 'kysely';
import type { WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';
import { holdFiling } from '../ledger.ts';

const BITE = 1_000;

/**
 * Has conversations decided anew, in bites and in the order of their ids: in that order everybody takes several, so nobody
 * waits for us who has what we wait for.
 * Filing decides some of what it writes by itself, so it stands still meanwhile: what it wrote by what held before is among
 * what is found.
 * @param which condition on `c`
 * @param at what their `triage_at` becomes
 */
export async function lookAgainInOrder(
  tx: Tx,
  workspaceId: WorkspaceId,
  which: RawBuilder<unknown>,
  at: RawBuilder<unknown>,
  bite = BITE,
): Promise<void> {
  await holdFiling(tx, workspaceId);
  for (let after: string | null = null; ; ) {
    const beyond: RawBuilder<unknown> = after === null ? sql`` : sql`and c.id > ${after}`;
    const { rows } = await sql<{ id: string }>`select c.id from conversations c
      where c.workspace_id = ${workspaceId} and c.merged_into_id is null and (${which}) ${beyond}
      order by c.id limit ${bite} for no key update`.execute(tx);
    const ids: readonly string[] = rows.map(({ id }) => id);
    if (ids.length === 0) return;
    await sql`update conversations c set triage_at = ${at}
        where c.workspace_id = ${workspaceId} and c.id = any(${[...ids]}::uuid[])`.execute(tx);
    if (ids.length < bite) return;
    after = ids.at(-1) ?? null;
  }
}
