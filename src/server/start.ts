import { foundWorkspace } from '../actions/found-workspace.ts';
import { createReceiver } from '../actions/receive.ts';
import { understand } from '../actions/understanding/understand.ts';
import { createShops } from '../commerce/registry.ts';
import { createConnectors } from '../connectors/registry.ts';
import { createGuardedFetch } from '../connectors/shared/guarded-fetch.ts';
import { migrate } from '../storage/migrate.ts';
import { createSeal } from '../storage/seal.ts';
import { type AppOptions, createApp } from './app.ts';
import { type Closing, createClosing } from './closing.ts';
import type { Config } from './config.ts';
import { choresOf } from './control/chores.ts';
import type { Deps } from './deps.ts';
import { startHeart } from './heart.ts';
import { callbacksOf } from './inboxes/callback-url.ts';
import { readSecret } from './key-file.ts';
import { listen } from './listen.ts';
import { createLog, type Log } from './log.ts';
import { fileAddresses } from './media/file-address.ts';
import { createMediaFolder } from './media/media-folder.ts';
import { openStore, type Store } from './open-store.ts';
import type { Practice } from './practice/index.ts';
import { keepDoor } from './webhooks/keep-door.ts';
import { startWorker } from './worker/start.ts';

export interface Started {
  readonly deps: Deps;
  /** Signs in, once: the practice team, or the first owner of a new server. Null when agents sign in by themselves. */
  readonly signInLink: string | null;
  readonly practice: Practice | null;
  /** Ends everything in the opposite order of its opening. */
  close(): Promise<void>;
}

/**
 * Opens everything in order: what stands later needs what stands before. Whatever fails closes what was opened.
 * @param store begun before, while this file was loaded
 */
export async function start(config: Config, options: AppOptions = {}, store?: Store): Promise<Started> {
  const log = createLog(config.log);
  const closing = createClosing((words) => log.warn({}, words));
  try {
    return await open(config, options, store ?? (await openStore(config)), closing, log);
  } catch (error) {
    await closing.run();
    throw error;
  }
}

async function open(
  config: Config,
  options: AppOptions,
  { control, db: opening }: Store,
  closing: Closing,
  log: Log,
): Promise<Started> {
  const now = () => new Date();
  closing.add('the hold on the data folder', () => control.release());
  const db = await opening;
  closing.add('the database', () => db.close());
  await migrate(db);
  const seal = createSeal(await readSecret(config.secret));

  const practice = config.isPractice ? await openPractice(now, log) : null;
  if (practice) closing.add('the practice networks', () => practice.close());
  const deps: Deps = {
    config,
    db,
    connectors: createConnectors({ urls: practice?.networkUrls ?? config.networkUrls }),
    shops: createShops({
      urls: practice?.networkUrls ?? config.networkUrls,
      fetch: createGuardedFetch(new Set(config.networkUrls.api ? [new URL(config.networkUrls.api).origin] : [])),
    }),
    seal,
    receiver: createReceiver(db),
    media: createMediaFolder(config.dataFolder),
    now,
  };
  await practice?.prepare(deps);
  const owner = practice ? null : (await foundWorkspace(db, FIRST, now())).link;

  if (config.role !== 'web') {
    const stop = new AbortController();
    const worker = await startWorker({
      ...deps,
      credentialsOf: seal.open,
      sealFor: seal.close,
      understand,
      log,
      signal: stop.signal,
      callbackUrl: callbacksOf(deps),
      addressOf: fileAddresses(deps),
      trustedOrigins: practice?.trustedOrigins ?? [],
    });
    const heart = await startHeart({ db, now, role: config.role }, stop.signal);
    closing.add('the worker', async () => {
      stop.abort();
      await Promise.all([worker.stopped, heart.stopped]);
    });
  }
  if (config.role !== 'worker') {
    const { http } = await createApp(deps, { ...options, ...(practice ? { routes: practice.routes } : {}) });
    closing.add('the web server', () => http.close());
    await listen(http, config);
    closing.add('the door for webhooks', await keepDoor(deps));
  }
  const begun = await practice?.begin();
  const offered = { ...deps, openSeal: async () => seal, url: config.url, dataFolder: config.dataFolder };
  control.offer(choresOf(practice ? { ...offered, resetRunningPractice: () => practice.reset() } : offered));
  const path = begun?.signInPath ?? owner?.path ?? null;
  return { deps, practice, signInLink: path && config.url + path, close: closing.run };
}

const FIRST = { slug: 'main', name: 'Earshot', ownerEmail: 'owner@localhost', ownerName: 'Owner' };

/** Loaded only where it is wanted: a production server never even reads the simulated networks. */
async function openPractice(now: () => Date, log: Log): Promise<Practice> {
  const practice = await import('./practice/index.ts');
  return practice.openPractice({ now, warn: (words) => log.warn({}, words) });
}
