import { followPeople } from '../../actions/commerce/keep-orders.ts';
import type { Shops } from '../../core/commerce/shop.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { dropOldShopEvents } from '../../storage/commerce/shop-events.ts';
import type { Seal } from '../../storage/seal.ts';
import { listWorkspaces } from '../../storage/workspaces.ts';
import type { Running, WorkerDeps } from '../worker/deps.ts';
import { startSweep } from '../worker/sweep.ts';
import { lookAtShops } from './look-at-shops.ts';
import { readShops } from './read-shops.ts';
import { takeShopNews } from './take-shop-news.ts';

export interface ShopKeeperOptions extends Pick<WorkerDeps, 'db' | 'now' | 'signal' | 'log'> {
  readonly shops: Shops;
  readonly seal: Pick<Seal, 'open'>;
  /** Where a shop tells us of changes. */
  readonly shopCallback: (workspaceId: WorkspaceId, shopId: string) => Promise<string>;
  readonly shopsEveryMs?: number;
}

const EVENTS_KEPT_MS = 30 * 86_400_000;
const TIDY_EVERY_MS = 3_600_000;

/** Keeps the orders of every shop: what it told us, what it has told nobody, and whose all of it is. */
export function startShopKeeper(options: ShopKeeperOptions): Promise<Running> {
  const { db, now, signal } = options;
  let tidiedAt = now().getTime();
  const sweep = { ...options, name: 'shops', everyMs: options.shopsEveryMs ?? 2_000, restMs: 250 };
  return startSweep(sweep, async () => {
    const isTidying = now().getTime() - tidiedAt > TIDY_EVERY_MS;
    if (isTidying) tidiedAt = now().getTime();
    for (const { id } of await listWorkspaces(db.read)) {
      await takeShopNews(options, id);
      await readShops(options, id);
      while (!signal.aborted && (await followPeople(db, id, now())));
      await lookAtShops(options, id);
      if (isTidying) await db.alone((tx) => dropOldShopEvents(tx, id, new Date(now().getTime() - EVENTS_KEPT_MS)));
    }
  });
}
