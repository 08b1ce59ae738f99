import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database, Reader } from '../database.ts';
import { openPool } from '../postgres/open-pool.ts';
import type { Tables } from '../tables.ts';
import { writers } from '../writers.ts';
import { openPipe } from './pipe.ts';

/**
 * The embedded database has one session: whoever holds the connection holds it alone, and the rest queue in order.
 * @param address `folder` null: in memory; `dump`: begun from one, in this process only
 */
export async function openPglite(address: {
  readonly folder: string | null;
  readonly runsIn?: 'thread' | 'process';
  readonly dump?: Blob;
}): Promise<Database> {
  const pipe = await openPipe(address.folder, address.runsIn ?? 'thread', address.dump);
  const listeners = new Map<string, Set<(payload: string) => void>>();
  const pool = openPool({
    stream: () => pipe.stream,
    max: 1,
    // A session that ended could not be begun again.
    idleTimeoutMillis: 0,
    user: 'postgres',
    password: '',
    database: 'postgres',
    ssl: false,
  });
  pool.on('connect', (client) => {
    client.on('notification', ({ channel, payload }) => {
      for (const heard of listeners.get(channel) ?? []) heard(payload ?? '');
    });
  });
  const read: Reader = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    kind: 'pglite',
    ...writers(read),
    listen: async (topic, heard) => {
      const already = listeners.get(topic);
      if (already) already.add(heard);
      else {
        listeners.set(topic, new Set([heard]));
        await pool.query(`listen ${pg.escapeIdentifier(topic)}`);
      }
      return async () => void listeners.get(topic)?.delete(heard);
    },
    close: async () => {
      await pool.end();
      await pipe.close();
    },
  };
}
