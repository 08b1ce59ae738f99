import { createOnServer } from '../database.ts';

const SERVER = process.env.TEST_DATABASE_URL;

/** The settings for a PostgreSQL of one's own where there is one; else none, and the program uses its embedded database. */
export async function serverDatabase(): Promise<{
  readonly env: Readonly<Record<string, string>>;
  drop(): Promise<void>;
}> {
  if (!SERVER) return { env: {}, drop: async () => {} };
  const { url, drop } = await createOnServer(SERVER);
  return { env: { DATABASE_URL: url }, drop };
}
