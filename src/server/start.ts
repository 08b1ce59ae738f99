import { foundWorkspace } from '../actions/found-workspace.ts';
import { createReceiver } from '../actions/receive.ts';
import { createConnectors } from '../connectors/registry.ts';
import { migrate } from '../storage/migrate.ts';
import { openDatabase } from '../storage/open.ts';
import { createSeal } from '../storage/seal.ts';
import { type AppOptions, createApp } from './app.ts';
import { createClosing } from './closing.ts';
import type { Config } from './config.ts';
import { choresOf } from './control/chores.ts';
import { takeControl } from './control/take-control.ts';
import type { Deps } from './deps.ts';
import { startHeart } from './heart.ts';
import { readSecret } from './key-file.ts';
import { createMediaFolder } from './media/media-folder.ts';

export interface Started {
  readonly deps: Deps;
  /** Signs the first owner in, once; null when there are agents already. */
  readonly signInLink: string | null;
  /** Ends everything in the opposite order of its opening. */
  close(): Promise<void>;
}

/** Opens everything in order: what stands later needs what stands before. Whatever fails closes what was opened. */
export async function start(config: Config, options: AppOptions = {}): Promise<Started> {
  const closing = createClosing((words) => console.error(words));
  try {
    const control = await takeControl(config, 'the server');
    closing.add('the hold on the data folder', () => control.release());
    const db = await openDatabase(config.database);
    closing.add('the database', () => db.close());
    await migrate(db);

    const seal = createSeal(await readSecret(config.secret));
    const deps: Deps = {
      config,
      db,
      connectors: createConnectors({ metaGraphUrl: config.metaGraphUrl }),
      seal,
      receiver: createReceiver(db),
      media: createMediaFolder(config.dataFolder),
      now: () => new Date(),
    };
    const { link } = await foundWorkspace(db, FIRST, deps.now());
    const stop = new AbortController();
    const heart = await startHeart({ db, now: deps.now, role: config.role }, stop.signal);
    closing.add('the heart', () => heart.stopped);
    closing.add('the signal', () => stop.abort());
    if (config.role !== 'worker') {
      const { http } = await createApp(deps, options);
      closing.add('the web server', () => http.close());
      await listen(http, config);
    }
    control.offer(
      choresOf({ ...deps, openSeal: async () => deps.seal, url: config.url, dataFolder: config.dataFolder }),
    );
    return { deps, signInLink: link ? config.url + link.path : null, close: closing.run };
  } catch (error) {
    await closing.run();
    throw error;
  }
}

const FIRST = { slug: 'main', name: 'Earshot', ownerEmail: 'owner@localhost', ownerName: 'Owner' };

async function listen(
  http: { listen(where: { host: string; port: number }): Promise<string>; log: { level: string } },
  { host, port, log }: Config,
): Promise<void> {
  // People are told in words by whoever started us; a line of JSON beside it would only look like trouble.
  http.log.level = 'warn';
  try {
    await http.listen({ host, port });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EADDRINUSE')
      throw new Error(`Port ${port} is in use. Stop what uses it, or set EARSHOT_PORT to another one.`);
    if (code === 'EADDRNOTAVAIL')
      throw new Error(`This machine does not have the address ${host}: set EARSHOT_HOST to one that it has.`);
    throw error;
  } finally {
    http.log.level = log;
  }
}
