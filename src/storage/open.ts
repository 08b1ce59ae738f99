import type { Database } from './database.ts';

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
  if (address.kind === 'pglite') {
    const { openPglite } = await import('./pglite/open-pglite.ts');
    return openPglite(address);
  }
  const { openPostgres } = await import('./postgres/open-postgres.ts');
  return openPostgres(address);
}
