import { existsSync } from 'node:fs';
import { createConnectors } from '../connectors/registry.ts';
import { CareError } from '../core/errors.ts';
import type { Config } from '../server/config.ts';
import { askHolder, askToDo } from '../server/control/ask-holder.ts';
import { type ChoreName, choresOf } from '../server/control/chores.ts';
import { holdDataFolder } from '../server/control/hold-data-folder.ts';
import { readSecret } from '../server/key-file.ts';
import { openDatabase } from '../storage/open.ts';
import { readSchemaVersion } from '../storage/schema-version.ts';
import { createSeal } from '../storage/seal.ts';

/**
 * Has something done: by the server that runs on this data folder, or here when none does. The embedded database can
 * be opened by one process only, so while a server has it, only that server can do it.
 */
export async function* perform(config: Config, chore: ChoreName, input: unknown): AsyncGenerator<unknown> {
  const holder = await askHolder(config.dataFolder);
  if (holder?.isReady) yield* askToDo(config.dataFolder, chore, input);
  else if (holder && config.database.kind === 'pglite')
    throw new CareError(
      'unavailable',
      'busy',
      `The data folder is in use by ${holder.what} (process ${holder.pid}). Try again when it is done.`,
    );
  else yield* performHere(config, chore, input);
}

async function* performHere(config: Config, chore: ChoreName, input: unknown): AsyncGenerator<unknown> {
  const { database, dataFolder } = config;
  if (database.kind === 'pglite' && !(database.folder && existsSync(database.folder)))
    throw new CareError(
      'not_found',
      'no_database',
      `There is no database in ${dataFolder} yet. Start Earshot once: npm start.`,
    );
  const hold = database.kind === 'pglite' ? await holdDataFolder(dataFolder, `earshot ${chore}`) : null;
  try {
    const db = await openDatabase(database.kind === 'pglite' ? { ...database, runsIn: 'process' } : database);
    try {
      if (chore !== 'look') checkSchema(await readSchemaVersion(db.read));
      const openSeal = async () => createSeal(await readSecret(config.secret));
      const connectors = createConnectors({ urls: config.networkUrls });
      const deps = { db, openSeal, connectors, dataFolder, url: config.url, now: () => new Date() };
      yield* choresOf(deps)[chore]?.(input) ?? [];
    } finally {
      await db.close();
    }
  } finally {
    await hold?.release();
  }
}

function checkSchema({ found, known }: { readonly found: number; readonly known: number }): void {
  if (found === known) return;
  throw new CareError(
    'conflict',
    'other_schema',
    found > known
      ? `The database was made by a newer Earshot (schema ${found}, this version knows ${known}). Use the newer version.`
      : `The database has schema ${found} and this version needs ${known}. Start Earshot once: npm start.`,
  );
}

/** For chores that answer with one thing. */
export async function performOnce(config: Config, chore: ChoreName, input: unknown): Promise<unknown> {
  for await (const item of perform(config, chore, input)) return item;
  return null;
}
