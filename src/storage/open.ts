import { Kysely } from 'kysely';
import type { Database, Reader } from './database.ts';
import { pgliteDialect } from './pglite/dialect.ts';
import { openLink } from './pglite/link.ts';
import type { Tables } from './tables.ts';
import { writers } from './writers.ts';

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
  if (address.kind === 'pglite') return openPglite(address);
  const { openPostgres } = await import('./postgres/open-postgres.ts');
  return openPostgres(address);
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
