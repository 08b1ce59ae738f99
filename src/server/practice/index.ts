import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { seeded } from '../../simulators/personas/random.ts';
import { recordChanges } from '../../storage/changes.ts';
import { clearPractice } from '../../storage/practice/clear.ts';
import { readNote, readPulse, writeNote } from '../../storage/practice/pulse.ts';
import type { Deps } from '../deps.ts';
import { CALM_PACE, type Customers, startCustomers } from './customers.ts';
import { type Founded, foundPractice, linkForOwner, reconnectAccounts } from './found.ts';
import { furnish } from './furnish.ts';
import { guideRoutes } from './guide-routes.ts';
import { remindNetworks } from './memory.ts';
import { openNetworks, READ, TOLD } from './networks.ts';
import { connectShopOf, stockShop } from './own-shop.ts';
import { practiceRoutes } from './practice-routes.ts';

export interface PracticeOptions {
  readonly now: () => Date;
  /** The same seed makes the same past and the same customers. */
  readonly seed?: number;
  /** False: nobody writes of their own accord until somebody turns them on. */
  readonly isLive?: boolean;
  readonly warn: (words: string) => void;
}

/** The practice workspace, opened in the order in which the server opens itself. */
export interface Practice {
  /** Where the simulated networks answer, for the connectors. */
  readonly networkUrls: Readonly<Record<string, string>>;
  /** Where the networks keep pictures; the guard lets these pass although they are on this machine. */
  readonly trustedOrigins: readonly string[];
  readonly routes: (app: Parameters<typeof practiceRoutes>[0]) => Promise<void>;
  /** Before anything is read from the networks: they are reminded of what the desk knows, and the desk of where they are. */
  prepare(deps: Deps): Promise<void>;
  /**
   * After the server listens and works. The first time it connects the brand and lets its past happen, which goes on
   * when this has returned. Gives the path of a link that signs in.
   */
  begin(): Promise<{ readonly signInPath: string | null }>;
  /** Resolves when the past is on the desk. */
  furnished(): Promise<void>;
  /** Everything is taken away and made anew. Resolves when that has begun. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

const QUIET_AFTER_MS = 30 * 60_000;
/** So much work is enough to practise on; who turns the pace up wants to see a flood. */
const ENOUGH_WAITING = 300;
const FLOOD = { above: 60, enough: 20_000 };
const LOOK_EVERY_MS = 5_000;

export async function openPractice(options: PracticeOptions): Promise<Practice> {
  const { now, warn } = options;
  const seed = options.seed ?? 4100;
  const random = seeded(seed + Math.floor(now().getTime() / 1000));
  let course = new AbortController();
  const startedAt = now();
  let networks = await openNetworks(seed, now);
  let running: { deps: Deps; founded: Founded } | null = null;
  let furnishing: Promise<void> = Promise.resolve();
  let resetting: Promise<void> | null = null;
  let allowed = { isAllowed: true, at: Number.NEGATIVE_INFINITY };
  let customers: Customers = still(options.isLive ?? true, CALM_PACE);

  async function mayAdd(pace: number): Promise<boolean> {
    if (!running) return false;
    if (performance.now() - allowed.at < LOOK_EVERY_MS) return allowed.isAllowed;
    const { waiting, lastSeenAt } = await readPulse(running.deps.db.read, running.founded.workspaceId);
    const seenAt = Math.max(startedAt.getTime(), lastSeenAt?.getTime() ?? 0);
    const isQuiet = now().getTime() - seenAt > QUIET_AFTER_MS;
    const enough = pace > FLOOD.above ? FLOOD.enough : ENOUGH_WAITING;
    allowed = { isAllowed: !isQuiet && waiting < enough, at: performance.now() };
    return allowed.isAllowed;
  }
  function openShop(): void {
    const { isLive, messagesPerMinute } = customers;
    const complain = (error: unknown) => warn(`A customer could not write: ${wordsOf(error)}`);
    customers = startCustomers({ networks, random, isLive, messagesPerMinute, mayAdd, complain });
  }
  function startFurnishing(deps: Deps, founded: Founded): void {
    const { signal } = course;
    furnishing = furnish(deps, founded, networks, seed, signal)
      .catch((error: unknown) => {
        if (!signal.aborted) warn(`The past of the practice workspace is not complete: ${wordsOf(error)}`);
      })
      .then(() => {
        if (!signal.aborted) openShop();
      });
  }
  const needs = () => {
    if (!running) throw new Error('Practice has not been prepared.');
    return running;
  };

  async function empty(): Promise<void> {
    const { deps, founded } = needs();
    const { db } = deps;
    const { workspaceId, team } = founded;
    customers.stop();
    customers = still(customers.isLive, customers.messagesPerMinute);
    const { urls } = networks;
    course.abort();
    await networks.close();
    await furnishing;
    course = new AbortController();
    await db.transaction(async (tx) => {
      await clearPractice(tx, workspaceId, team);
      await writeNote(tx, workspaceId, { isFurnished: false });
      await recordChanges(tx, workspaceId, [{ kind: 'inbox', conversationId: null }], now());
    });
    await rm(join(deps.config.dataFolder, 'media', String(workspaceId)), { recursive: true, force: true });
    networks = await openNetworks(seed, now, urls);
  }

  return {
    networkUrls: {
      meta: networks.meta.graphUrl,
      instagram: networks.urls.instagram,
      whatsapp: networks.whatsapp.graphUrl,
      x: networks.urls.x,
      viber: networks.urls.viber,
      google_reviews: networks.urls.google,
      shopify: networks.urls.shopify,
    },
    trustedOrigins: Object.values(networks.urls),
    routes: async (app) => {
      await app.register(practiceRoutes, { networks: () => networks, customers: () => customers, reset });
      await app.register(guideRoutes, { read: () => needs().deps.db.read });
    },
    async prepare(deps) {
      const founded = await foundPractice(deps);
      running = { deps, founded };
      const { workspaceId } = founded;
      const note = await readNote(deps.db.read, workspaceId);
      if (note.isFurnished) {
        stockShop(networks.shop, note.since ? new Date(note.since) : now());
        await remindNetworks(networks, deps.db.read, workspaceId, now());
        await reconnectAccounts(deps, founded, networks, READ);
      } else await deps.db.transaction((tx) => clearPractice(tx, workspaceId, founded.team)); // a start that was broken off
    },
    async begin() {
      const { deps, founded } = needs();
      const signInPath = await linkForOwner(deps, founded);
      if ((await readNote(deps.db.read, founded.workspaceId)).isFurnished) {
        await reconnectAccounts(deps, founded, networks, TOLD);
        await connectShopOf(deps, founded.workspaceId);
        openShop();
      } else startFurnishing(deps, founded);
      return { signInPath };
    },
    furnished: () => furnishing,
    reset,
    async close() {
      course.abort();
      customers.stop();
      await resetting?.catch(() => undefined);
      await furnishing;
      await networks.close();
    },
  };

  function reset(): Promise<void> {
    resetting ??= empty()
      .then(async () => {
        const { deps } = needs();
        const founded = await foundPractice(deps);
        running = { deps, founded };
        startFurnishing(deps, founded);
      })
      .finally(() => {
        resetting = null;
      });
    return resetting;
  }
}

/** Customers before the shop has opened: what is set on them is kept for those who come. */
function still(isLive: boolean, messagesPerMinute: number): Customers {
  return { isLive, messagesPerMinute, stop: () => undefined };
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
