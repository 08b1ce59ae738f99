import { join } from 'node:path';
import type { DatabaseAddress } from '../../src/storage/open.ts';
import { createOnServer } from '../database.ts';
import type { House } from '../product/process.ts';

/** A database for the program in a process of its own, and for whoever looks into it afterwards. */
export interface HouseDatabase {
  readonly name: string;
  readonly seed: number;
  readonly open: (house: House) => Promise<{
    readonly env: Readonly<Record<string, string>>;
    readonly address: DatabaseAddress;
    drop(): Promise<void>;
  }>;
}

/** The embedded one, always, and a server's when `TEST_DATABASE_URL` names one. */
export function houseDatabases(server = process.env.TEST_DATABASE_URL): readonly HouseDatabase[] {
  const embedded: HouseDatabase = {
    name: 'PGlite',
    seed: 11,
    open: async (house) => ({
      env: {},
      address: { kind: 'pglite', folder: join(house.folder, 'data', 'database') },
      drop: async () => {},
    }),
  };
  if (!server) return [embedded];
  const onServer: HouseDatabase = {
    name: 'PostgreSQL',
    seed: 12,
    open: async () => {
      const { url, drop } = await createOnServer(server);
      return { env: { DATABASE_URL: url }, address: { kind: 'postgres', url }, drop };
    },
  };
  return [embedded, onServer];
}
