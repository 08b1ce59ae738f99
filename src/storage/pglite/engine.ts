import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { PGlite } from '@electric-sql/pglite';

/** PostgreSQL's own default of 128 MB is touched whole at the start, and the operating system keeps the same pages a second time. */
const SHARED_BUFFERS = '64MB';

/** Opens the embedded PostgreSQL. `folder` null: in memory, for tests; `dump`: begun from one instead of from nothing. */
export async function openEngine(folder: string | null, dump?: Blob): Promise<PGlite> {
  if (folder) mkdirSync(dirname(folder), { recursive: true });
  const engine = await PGlite.create({
    ...(folder ? { dataDir: folder } : {}),
    ...(dump ? { loadDataDir: dump } : {}),
    startParams: [...PGlite.defaultStartParams, '-c', `shared_buffers=${SHARED_BUFFERS}`],
  });
  await engine.exec(`set time zone 'UTC'`);
  return engine;
}
