import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database, Reader } from '../database.ts';
import type { Tables } from '../tables.ts';
import { writers } from '../writers.ts';
import { openPool } from './open-pool.ts';

/** `DATABASE_URL`: a PostgreSQL server, or what speaks like one. */
export async function openPostgres(address: {
  readonly url: string;
  readonly connections?: number;
}): Promise<Database> {
  const pool = openPool({
    connectionString: address.url,
    max: address.connections ?? 10,
    application_name: 'earshot',
  });
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
