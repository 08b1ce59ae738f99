import type { Database } from '../storage/database.ts';
import { openDatabase } from '../storage/open.ts';
import type { Config } from './config.ts';
import type { Hold } from './control/hold-data-folder.ts';
import { takeControl } from './control/take-control.ts';

export interface Store {
  readonly control: Hold;
  readonly db: Promise<Database>;
}

/** Takes the data folder and begins to open the database: an embedded one comes up in its thread while this one goes on. */
export async function openStore(config: Config): Promise<Store> {
  const control = await takeControl(config, 'the server');
  const db = openDatabase(config.database);
  // Whoever waits for it hears that it failed; before somebody does, Node would end the process without our words.
  db.catch(() => undefined);
  return { control, db };
}
