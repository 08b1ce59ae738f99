import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';

export interface Tries {
  /** With this one. */
  readonly count: number;
  readonly endsAt: Date;
}

/**
 * Counts one more guess within a while and says how many there were: before the guess is looked at, so that a hundred
 * sent at once are a hundred. The while begins with the first.
 * @param what whom the guess was for, and from where; kept as a hash alone
 */
export async function countTry(
  tx: Tx,
  workspaceId: WorkspaceId,
  what: string,
  lastsMs: number,
  now: Date,
): Promise<Tries> {
  const { rows } = await sql<Tries>`
    insert into sign_in_tries as t (workspace_id, key, tries, ends_at)
    values (${workspaceId}, ${keyOf(what)}, 1, ${new Date(now.getTime() + lastsMs)})
    on conflict (workspace_id, key) do update set
      tries = case when t.ends_at <= ${now} then 1 else t.tries + 1 end,
      ends_at = case when t.ends_at <= ${now} then excluded.ends_at else t.ends_at end
    returning tries as "count", ends_at as "endsAt"`.execute(tx);
  const [tries] = rows;
  if (!tries) throw new Error('A try was not counted.');
  return tries;
}

/** It was right: what was guessed before no longer counts. */
export async function forgetTries(tx: Tx, workspaceId: WorkspaceId, whats: readonly string[]): Promise<void> {
  await sql`delete from sign_in_tries where workspace_id = ${workspaceId} and key = any(${whats.map(keyOf)}::bytea[])`.execute(
    tx,
  );
}

const keyOf = (what: string): Uint8Array => createHash('sha256').update(what).digest();
