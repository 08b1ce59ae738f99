import type { Config } from '../config.ts';
import { DataFolderInUse, type Hold, holdDataFolder } from './hold-data-folder.ts';

/**
 * Before the database is opened. The embedded one belongs to one process alone: throws `DataFolderInUse`. With
 * PostgreSQL several processes may share a folder; the first of them answers the command line.
 */
export async function takeControl(config: Pick<Config, 'dataFolder' | 'database'>, what: string): Promise<Hold> {
  try {
    return await holdDataFolder(config.dataFolder, what);
  } catch (error) {
    if (config.database.kind === 'pglite' || !(error instanceof DataFolderInUse)) throw error;
    return { offer: () => undefined, release: async () => undefined };
  }
}
