import { Kysely, PostgresDialect } from 'kysely';
import type { Database, Reader } from '../database.ts';
import type { Tables } from '../tables.ts';
import { writers } from '../writers.ts';
import { createEars } from './ears.ts';
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
