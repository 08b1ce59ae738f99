import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database, Reader, Tx } from './database.ts';
import { pgliteDialect } from './pglite/dialect.ts';
import { openLink } from './pglite/link.ts';
import type { Tables } from './tables.ts';

export type DatabaseAddress =
  | { readonly kind: 'postgres'; readonly url: string; readonly connections?: number }
  | {
      readonly kind: 'pglite' /** null: in memory */;
      readonly folder: string | null;
      readonly runsIn?: 'thread' | 'process';
      /** Begun from a dumped folder; in this process only. */
      readonly dump?: Blob;
    };

export async function openDatabase(address: DatabaseAddress): Promise<Database> {
  return address.kind === 'postgres' ? openPostgres(address) : openPglite(address);
}

async function openPglite(address: Extract<DatabaseAddress, { kind: 'pglite' }>): Promise<Database> {
  const link = await openLink(address.folder, address.runsIn ?? 'thread', address.dump);
  const read: Reader = new Kysely<Tables>({ dialect: pgliteDialect(link) });
  return {
    kind: 'pglite',
    ...writers(read),
    listen: async (topic, heard) => {
      const stop = await link.listen(topic, heard);
      return async () => stop();
    },
    // Kysely opens its driver lazily and would leave a never used line open.
    close: () => link.close(),
  };
}

async function openPostgres(address: Extract<DatabaseAddress, { kind: 'postgres' }>): Promise<Database> {
  const types = { getTypeParser };
  const pool = new pg.Pool({
    connectionString: address.url,
    max: address.connections ?? 10,
    types,
    application_name: 'earshot',
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const read: Reader = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const ears = createEars(address.url);
  return {
    kind: 'postgres',
    ...writers(read),
    listen: ears.listen,
    close: async () => {
      await ears.close();
      await read.destroy();
    },
  };
}

function writers(read: Reader): Pick<Database, 'read' | 'transaction' | 'alone'> {
  return {
    read,
    transaction: (work) => againAfterDeadlock(() => read.transaction().execute(work)),
    alone: (work) => work(read as Tx),
  };
}

/**
 * Of two transactions that wait for each other the server ends one, whole: nothing of it happened, so it is done again.
 * Filing numbers its changes before it writes the conversations, acts at the desk after; both are right, and may meet.
 */
async function againAfterDeadlock<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if ((error as { code?: unknown } | null)?.code !== DEADLOCK || tries === 5) throw error;
    }
  }
}
const DEADLOCK = '40P01';

// bigint as number: our sequences stay far below 2^53.
const getTypeParser = ((oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.INT8
    ? Number
    : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser;

/** One connection that only listens, made at the first wish and made again whenever it breaks. */
function createEars(url: string) {
  const listeners = new Map<string, Set<(payload: string) => void>>();
  let client: pg.Client | null = null;
  let isClosed = false;

  const connect = async () => {
    const fresh = new pg.Client({ connectionString: url, application_name: 'earshot listening' });
    fresh.on('notification', ({ channel, payload }) => {
      for (const heard of listeners.get(channel) ?? []) heard(payload ?? '');
    });
    fresh.on('error', () => lost(fresh));
    fresh.on('end', () => lost(fresh));
    await fresh.connect();
    for (const topic of listeners.keys()) await fresh.query(`listen ${pg.escapeIdentifier(topic)}`);
    client = fresh;
    // What was said while we were deaf is not repeated: an empty payload means "look for yourself".
    for (const [, set] of listeners) for (const heard of set) heard('');
  };
  const lost = (which: pg.Client) => {
    if (isClosed || client !== which) return;
    client = null;
    const again = () => {
      if (!isClosed) connect().catch(() => setTimeout(again, 1000).unref());
    };
    again();
  };

  return {
    listen: async (topic: string, heard: (payload: string) => void) => {
      const set = listeners.get(topic) ?? new Set();
      listeners.set(topic, set.add(heard));
      if (!client) await connect();
      else if (set.size === 1) await client.query(`listen ${pg.escapeIdentifier(topic)}`);
      return async () => void set.delete(heard);
    },
    close: async () => {
      isClosed = true;
      await client?.end();
    },
  };
}
