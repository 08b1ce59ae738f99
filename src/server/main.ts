import { SchemaTooNew } from '../storage/migrate.ts';
import { readProcessConfig, WrongConfig } from './config.ts';
import { DataFolderInUse } from './control/hold-data-folder.ts';
import { CannotListen } from './listen.ts';
import { openStore } from './open-store.ts';

/** The program: read the settings, open everything, say where it is, close everything when asked to stop. */
try {
  const config = readProcessConfig();
  const store = await openStore(config);
  // Most of the program: it is read while the database comes up, and not at all when the settings are wrong.
  const { start } = await import('./start.ts');
  const started = await start(config, {}, store);
  let stoppingSince = 0;
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      // Asked again, somebody is in a hurry; but npm passes on a Ctrl-C that the terminal has sent us already.
      if (stoppingSince > 0 && Date.now() - stoppingSince > 1000) process.exit(1);
      if (stoppingSince > 0) return;
      stoppingSince = Date.now();
      void started.close().then(() => process.exit(0));
    });
  // Said last: who reads the line may ask us to stop at once.
  if (config.role === 'worker') console.log('Earshot works: it files, reads and sends.');
  else console.log(`Earshot is at ${config.url}`);
  if (started.signInLink) console.log(`Sign in, once, within a day: ${started.signInLink}`);
} catch (error) {
  const forPeople = [WrongConfig, SchemaTooNew, DataFolderInUse, CannotListen];
  console.error(forPeople.some((kind) => error instanceof kind) ? (error as Error).message : error);
  process.exit(1);
}
