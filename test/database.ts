import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe } from 'vitest';
import type { WorkspaceId } from '../src/core/ids.ts';
import type { Database } from '../src/storage/database.ts';
import { migrate } from '../src/storage/migrate.ts';
import { openDatabase } from '../src/storage/open.ts';
import { openEngine } from '../src/storage/pglite/engine.ts';
import { addWorkspace } from '../src/storage/workspaces.ts';

/** Gives a database of its own, migrated and empty. Whoever asked for it need not close it. */
export type OpenDatabase = () => Promise<Database>;

const MIGRATIONS = new URL('../migrations/', import.meta.url);
const DUMPS = new URL('../node_modules/.cache/earshot/', import.meta.url);
const SERVER = process.env.TEST_DATABASE_URL;

/** The same tests on the embedded database, always, and on a PostgreSQL server when `TEST_DATABASE_URL` names one. */
export function eachDatabase(tests: (open: OpenDatabase) => void): void {
  const embedded = { name: 'PGlite', openOne: openEmbedded };
  const onServer = SERVER ? [{ name: 'PostgreSQL', openOne: () => openOnServer(SERVER) }] : [];
  describe.each([embedded, ...onServer])('on $name', ({ openOne }) => {
    const ends: (() => Promise<void>)[] = [];
    afterAll(async () => {
      for (const end of ends.reverse()) await end();
    });
    tests(async () => {
      const { db, end } = await openOne();
      ends.push(end);
      return db;
    });
  });
}

/** A workspace of a test's own: tests that share a database then see nothing of each other. */
export function makeWorkspace(db: Database, name = 'Test'): Promise<WorkspaceId> {
  return db.transaction((tx) => addWorkspace(tx, { slug: randomUUID(), name, isPractice: false }));
}

interface Opened {
  readonly db: Database;
  readonly end: () => Promise<void>;
}

/** Starting from nothing takes one to four seconds, from a dump 0.4; so the migrated state is dumped once per schema. */
export async function openEmbedded(): Promise<Opened> {
  const db = await openDatabase({ kind: 'pglite', folder: null, runsIn: 'process', dump: await readDump() });
  return { db, end: () => db.close() };
}

async function readDump(): Promise<Blob> {
  const file = new URL(`schema-${await schemaMark()}.tar`, DUMPS);
  const kept = await readFile(file).catch(() => null);
  if (kept) return new Blob([kept]);
  const folder = await mkdtemp(join(tmpdir(), 'earshot-schema-'));
  const db = await openDatabase({ kind: 'pglite', folder: join(folder, 'db'), runsIn: 'process' });
  await migrate(db);
  await db.close();
  const engine = await openEngine(join(folder, 'db'));
  const dump = await engine.dumpDataDir('none');
  await engine.close();
  await rm(folder, { recursive: true });
  return keep(file, dump);
}

async function keep(file: URL, dump: Blob): Promise<Blob> {
  // Several test files start at once: each writes its own, the last rename wins, and all are the same.
  const own = new URL(`${file.href}.${randomUUID()}`);
  await mkdir(DUMPS, { recursive: true });
  await writeFile(own, Buffer.from(await dump.arrayBuffer()));
  await rename(own, file);
  return dump;
}

async function schemaMark(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(MIGRATIONS)).sort()) hash.update(await readFile(new URL(name, MIGRATIONS)));
  return hash.digest('hex').slice(0, 16);
}

async function openOnServer(server: string): Promise<Opened> {
  const { url, drop } = await createOnServer(server);
  const db = await openDatabase({ kind: 'postgres', url });
  return {
    db,
    end: async () => {
      await db.close();
      await drop();
    },
  };
}

/** A migrated and empty database of one's own, for a process that opens it itself. */
export async function createOnServer(server: string): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `earshot_test_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  await askServer(server, async (client) => {
    await client.query(`create database ${name} template ${await makeTemplate(client, server)}`);
  });
  return {
    url: url.href,
    drop: async () => {
      await askServer(server, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

async function makeTemplate(client: pg.Client, server: string): Promise<string> {
  const name = `earshot_schema_${await schemaMark()}`;
  const url = new URL(server);
  // Held until the connection ends: one test file makes it, and copying waits until nobody is connected to it.
  await client.query('select pg_advisory_lock(4100009)');
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
  if (rowCount) return name;
  const making = `${name}_making`;
  await client.query(`drop database if exists ${making} with (force)`);
  await client.query(`create database ${making}`);
  url.pathname = `/${making}`;
  const db = await openDatabase({ kind: 'postgres', url: url.href });
  await migrate(db);
  await db.close();
  await client.query(`alter database ${making} rename to ${name}`);
  return name;
}

async function askServer(server: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
