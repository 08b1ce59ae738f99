import { readdir, readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Database } from './database.ts';

const FOLDER = new URL('../../migrations/', import.meta.url);
/** Any number, the same in every version: whoever holds this lock migrates, a second process waits for it. */
const LOCK = 4_100_001;

export class SchemaTooNew extends Error {
  constructor(found: number, known: number) {
    super(
      `The database was made by a newer Earshot (schema ${found}, this version knows ${known}). ` +
        'Start the newer version, or restore a backup made before the upgrade.',
    );
    this.name = 'SchemaTooNew';
  }
}

/** Brings the schema to this version's, forward only. Safe with several processes at once. Returns what was applied. */
export async function migrate(db: Database): Promise<readonly string[]> {
  const steps = await readSteps();
  const newest = steps.at(-1)?.version ?? 0;
  return db.transaction(async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(tx);
    await sql`create table if not exists schema_steps (version integer primary key, name text not null, applied_at timestamptz not null default now())`.execute(
      tx,
    );
    const found =
      (await sql<{ version: number }>`select coalesce(max(version), 0)::int as version from schema_steps`.execute(tx))
        .rows[0]?.version ?? 0;
    if (found > newest) throw new SchemaTooNew(found, newest);
    const applied: string[] = [];
    for (const step of steps.filter(({ version }) => version > found)) {
      for (const statement of splitStatements(step.text)) await sql.raw(statement).execute(tx);
      await sql`insert into schema_steps (version, name) values (${step.version}, ${step.name})`.execute(tx);
      applied.push(step.name);
    }
    return applied;
  });
}

export async function readSteps() {
  const names = (await readdir(FOLDER)).filter((name) => /^\d{4}_.+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => ({
      version: Number(name.slice(0, 4)),
      name,
      text: await readFile(new URL(name, FOLDER), 'utf8'),
    })),
  );
}

/** No line of a function's body ends in a semicolon in our migrations, nor does one inside a string: such a line ends a statement. */
export function splitStatements(text: string): readonly string[] {
  const code = text.split('\n').map((line) => line.replace(/--.*$/, '').trimEnd());
  return code
    .join('\n')
    .split(/;\s*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter(Boolean);
}
