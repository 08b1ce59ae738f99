import type { ShopCheck } from '../../core/commerce/shop.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { claimShops, noteLook } from '../../storage/commerce/shops.ts';
import type { ShopKeeperOptions } from './shop-keeper.ts';

const EVERY_MS = 60 * 60_000;
const AT_ONCE = 4;

/** Now and then: has the app its rights, does the shop still tell us of changes? What it stopped telling is asked for again. */
export async function lookAtShops(options: ShopKeeperOptions, workspaceId: WorkspaceId): Promise<void> {
  const { db, shops, seal, now, log, shopCallback } = options;
  const at = now();
  const lookAt = new Date(at.getTime() + EVERY_MS);
  const due = await db.alone((tx) =>
    claimShops(tx, workspaceId, 'look_at', { now: at, until: lookAt, limit: AT_ONCE }),
  );
  for (const { id, kind, sealed } of due) {
    const shop = shops.get(kind);
    if (!shop) continue;
    try {
      const credentials = seal.open(workspaceId, `shop/${id}`, sealed);
      const check = await shop.check(credentials);
      const told = check.ok ? await shop.subscribe?.(credentials, await shopCallback(workspaceId, id)) : undefined;
      const warnings = [...wordsOf(check), ...(told && !told.isTold ? [told.detail] : [])];
      await db.alone((tx) => noteLook(tx, workspaceId, id, { warnings: [...new Set(warnings)], lookAt }));
    } catch (error) {
      // Reading says more, and the next look comes.
      log.warn({ err: error, shopId: id }, 'A shop could not be looked at.');
    }
  }
}

/** What is wrong is said by the reading, which finds it too. */
const wordsOf = (check: ShopCheck): readonly string[] => (check.ok ? check.warnings : []);
