import { sql } from 'kysely';
import type { Reader } from './database.ts';
import { readSteps } from './migrate.ts';

/** What the database has, and what this program knows. `found` 0: nothing was set up there yet. */
export async function readSchemaVersion(db: Reader): Promise<{ readonly found: number; readonly known: number }> {
  const known = (await readSteps()).at(-1)?.version ?? 0;
  const { rows } = await sql<{ table: string | null }>`select to_regclass('schema_steps')::text as table`.execute(db);
  if (!rows[0]?.table) return { found: 0, known };
  const found = await sql<{ version: number }>`
    select coalesce(max(version), 0)::int as version from schema_steps`.execute(db);
  return { found: found.rows[0]?.version ?? 0, known };
}
