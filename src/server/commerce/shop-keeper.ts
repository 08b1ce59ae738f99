import { followPeople } from '../../actions/commerce/keep-orders.ts';
import type { Shops } from '../../core/commerce/shop.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { dropOldShopEvents } from '../../storage/commerce/shop-events.ts';
import { dueShops } from '../../storage/commerce/shops.ts';
import type { Seal } from '../../storage/seal.ts';
import { listWorkspaces } from '../../storage/workspaces.ts';
import type { Running, WorkerDeps } from '../worker/deps.ts';
import { startSweep } from '../worker/sweep.ts';
import { lookAtShop } from './look-at-shop.ts';
import { readShop } from './read-shop.ts';
import { createShopTurns, type ShopTurn, type ShopTurns, type TurnLengths } from './shop-turns.ts';
import { takeShopNews } from './take-shop-news.ts';

export interface ShopKeeperOptions extends Pick<WorkerDeps, 'db' | 'now' | 'signal' | 'log'> {
  readonly shops: Shops;
  readonly seal: Pick<Seal, 'open'>;
  /** Where a shop tells us of changes. */
  readonly shopCallback: (workspaceId: WorkspaceId, shopId: string) => Promise<string>;
  readonly shopsEveryMs?: number;
  readonly shopTurns?: TurnLengths;
}

const EVENTS_KEPT_MS = 30 * 86_400_000;
const TIDY_EVERY_MS = 3_600_000;

/** Keeps the orders of every shop: what it told us, what it has told nobody, and whose all of it is. */
export async function startShopKeeper(options: ShopKeeperOptions): Promise<Running> {
  const { db, now, signal } = options;
  const turns = createShopTurns(signal, options.shopTurns);
  let tidiedAt = now().getTime();
  let looks = 0;
  const sweep = { ...options, name: 'shops', everyMs: options.shopsEveryMs ?? 2_000, restMs: 250 };
  const { stopped } = await startSweep(sweep, async () => {
    const isTidying = now().getTime() - tidiedAt > TIDY_EVERY_MS;
    if (isTidying) tidiedAt = now().getTime();
    const all = await listWorkspaces(db.read);
    // Another is the first each time: one with many slow shops is not always before the others.
    const first = looks % Math.max(1, all.length);
    looks += 1;
    for (const { id } of [...all.slice(first), ...all.slice(0, first)]) {
      await beginTurns(options, turns, id);
      while (!signal.aborted && (await followPeople(db, id, now())));
      if (isTidying) await db.alone((tx) => dropOldShopEvents(tx, id, new Date(now().getTime() - EVENTS_KEPT_MS)));
    }
  });
  return { stopped: stopped.then(() => turns.settled()) };
}

/** Gives a turn to every shop for which something is due, as far as there is room. */
export async function beginTurns(
  options: ShopKeeperOptions,
  turns: ShopTurns,
  workspaceId: WorkspaceId,
): Promise<void> {
  const { db, now, signal, log } = options;
  if (signal.aborted || turns.free() <= 0) return;
  const due = await dueShops(db.read, workspaceId, { now: now(), not: turns.busy(), limit: turns.free() });
  for (const shopId of due)
    turns.begin(
      { workspaceId, shopId },
      (turn) => keepShop(options, turn),
      (error) => log.error({ err: error, shopId }, 'The turn of a shop broke; it is taken up again.'),
    );
}

async function keepShop(options: ShopKeeperOptions, turn: ShopTurn): Promise<void> {
  await takeShopNews(options, turn);
  if (!turn.signal.aborted) await readShop(options, turn);
  if (!turn.signal.aborted) await lookAtShop(options, turn);
}
