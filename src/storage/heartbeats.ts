import { sql } from 'kysely';
import type { Reader, Tx } from './database.ts';

/** A process that was not seen for this long is taken for dead, in milliseconds. */
export const HEARTBEAT_EVERY_MS = 10_000;

export async function beat(
  tx: Tx,
  life: { readonly process: string; readonly role: string; readonly startedAt: Date },
  now: Date,
): Promise<void> {
  const longGone = new Date(now.getTime() - 24 * 3_600_000);
  await sql`with swept as (delete from heartbeats where seen_at < ${longGone})
    insert into heartbeats (process, role, started_at, seen_at)
    values (${life.process}, ${life.role}, ${life.startedAt}, ${now})
    on conflict (process) do update set seen_at = excluded.seen_at`.execute(tx);
}

export async function endBeating(tx: Tx, process: string): Promise<void> {
  await tx.deleteFrom('heartbeats').where('process', '=', process).execute();
}

/** When a process that files, reads and sends was last seen; null: there is none. */
export async function lastWorkerBeat(db: Reader): Promise<Date | null> {
  const row = await db
    .selectFrom('heartbeats')
    .select(({ fn }) => fn.max('seen_at').as('at'))
    .where('role', '!=', 'web')
    .executeTakeFirst();
  return row?.at ?? null;
}
