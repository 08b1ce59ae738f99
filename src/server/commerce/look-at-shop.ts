import type { ShopCheck } from '../../core/commerce/shop.ts';
import { claimShop, noteLook } from '../../storage/commerce/shops.ts';
import type { ShopKeeperOptions } from './shop-keeper.ts';
import type { ShopTurn } from './shop-turns.ts';

const EVERY_MS = 60 * 60_000;

/** Now and then: has the app its rights, does the shop still tell us of changes? What it stopped telling is asked for again. */
export async function lookAtShop(options: ShopKeeperOptions, turn: ShopTurn): Promise<void> {
  const { db, shops, seal, now, log, shopCallback } = options;
  const { workspaceId, shopId, inTime } = turn;
  const at = now();
  const lookAt = new Date(at.getTime() + EVERY_MS);
  const row = await db.alone((tx) => claimShop(tx, workspaceId, 'look_at', { shopId, now: at, until: lookAt }));
  const shop = row && shops.get(row.kind);
  if (!shop) return;
  try {
    const credentials = seal.open(workspaceId, `shop/${shopId}`, row.sealed);
    const check = await inTime(shop.check(credentials));
    const tell = async () => shop.subscribe?.(credentials, await shopCallback(workspaceId, shopId));
    const told = check.ok ? await inTime(tell()) : undefined;
    const warnings = [...wordsOf(check), ...(told && !told.isTold ? [told.detail] : [])];
    await db.alone((tx) => noteLook(tx, workspaceId, shopId, { warnings: [...new Set(warnings)], lookAt }));
  } catch (error) {
    // Reading says more, and the next look comes.
    log.warn({ err: error, shopId }, 'A shop could not be looked at.');
  }
}

/** What is wrong is said by the reading, which finds it too. */
const wordsOf = (check: ShopCheck): readonly string[] => (check.ok ? check.warnings : []);
