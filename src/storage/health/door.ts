import { sql } from 'kysely';
import type { Reader, Tx } from '../database.ts';

/** When any process last took webhooks; null: never before. */
export async function lastOpen(db: Reader): Promise<Date | null> {
  const row = await db.selectFrom('door').select('seen_at').executeTakeFirst();
  return row?.seen_at ?? null;
}

export async function noteOpen(tx: Tx, now: Date): Promise<void> {
  await sql`insert into door (id, seen_at) values (1, ${now})
    on conflict (id) do update set seen_at = greatest(door.seen_at, excluded.seen_at)`.execute(tx);
}
