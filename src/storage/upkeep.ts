import { sql } from 'kysely';
import type { Database } from './database.ts';

/** As PostgreSQL's own autovacuum: a table is due after this many changed rows and this part of it. */
const CHANGED_ROWS = 500;
const CHANGED_PART = 0.1;

/** A server's table of fewer bytes than this is read whole in no time, whatever the plan. */
const SMALL_BYTES = 65_536;

/**
 * The embedded database has no autovacuum, and without statistics it plans badly: measured at 30,000 conversations, the list
 * of all took 72 ms instead of 0.1, one conversation 307 ms instead of 55. A server looks after itself.
 * @returns the tables that were due
 */
export async function keepUp(db: Database): Promise<readonly string[]> {
  if (db.kind !== 'pglite') return [];
  const names = await changedTables(db, CHANGED_PART);
  for (const name of names) await sql`vacuum (analyze) ${sql.table(name)}`.execute(db.read);
  return names;
}

/**
 * Lets the database look at tables that outgrew what it knew of them: what grows from nothing within a minute (a first
 * import) is planned as if it were empty, and each row checked against all others. Opening 500 lanes took 250 ms instead of 6.
 * @returns the tables that were looked at
 */
export async function noteGrowth(db: Database): Promise<readonly string[]> {
  const names = await (db.kind === 'pglite' ? changedTables(db, 1) : unknownTables(db));
  for (const name of names) await sql`analyze ${sql.table(name)}`.execute(db.read);
  return names;
}

/** Tables of which more than a part of the rows changed since they were last looked at. */
async function changedTables(db: Database, part: number): Promise<readonly string[]> {
  // The session counts for itself and tells the statistics once a second at most, unless asked.
  await sql`select pg_stat_force_next_flush()`.execute(db.read);
  const { rows } = await sql<{ name: string }>`
    select s.relname as name from pg_stat_user_tables s join pg_class c on c.oid = s.relid
    where s.n_mod_since_analyze > ${sql.lit(CHANGED_ROWS)} + ${sql.lit(part)} * greatest(c.reltuples, 0)
    order by s.n_mod_since_analyze desc`.execute(db.read);
  return rows.map(({ name }) => name);
}

/** Those that were never looked at. */
async function unknownTables(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace and c.reltuples < 0
      and pg_relation_size(c.oid) > ${sql.lit(SMALL_BYTES)}`.execute(db.read);
  return rows.map(({ name }) => name);
}
