import { sql } from 'kysely';
import type { Database } from './database.ts';

/** As PostgreSQL's own autovacuum: a table is due after this many changed rows and this part of it. */
const CHANGED_ROWS = 500;
const CHANGED_PART = 0.1;

/**
 * The embedded database has no autovacuum, and without statistics it plans badly: measured at 30,000 conversations, the list
 * of all took 72 ms instead of 0.1, one conversation 307 ms instead of 55. A server looks after itself.
 * @returns the tables that were due
 */
export async function keepUp(db: Database): Promise<readonly string[]> {
  if (db.kind !== 'pglite') return [];
  // The session counts for itself and tells the statistics once a second at most, unless asked.
  await sql`select pg_stat_force_next_flush()`.execute(db.read);
  const { rows } = await sql<{ name: string }>`
    select s.relname as name from pg_stat_user_tables s join pg_class c on c.oid = s.relid
    where s.n_mod_since_analyze > ${sql.lit(CHANGED_ROWS)} + ${sql.lit(CHANGED_PART)} * greatest(c.reltuples, 0)
    order by s.n_mod_since_analyze desc`.execute(db.read);
  for (const { name } of rows) await sql`vacuum (analyze) ${sql.table(name)}`.execute(db.read);
  return rows.map(({ name }) => name);
}
