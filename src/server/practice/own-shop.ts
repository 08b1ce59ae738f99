import { changeShop, connectShop } from '../../actions/commerce/connect-shop.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { boughtBefore } from '../../simulators/personas/purchases.ts';
import type { SimulatedShop } from '../../simulators/shopify/index.ts';
import { findShop } from '../../storage/commerce/shops.ts';
import { shopCallbacks } from '../commerce/shop-callback.ts';
import type { Deps } from '../deps.ts';
import { houseOf } from './found.ts';
import { KEYS } from './networks.ts';

/** What people bought before the practice workspace was opened. */
export function stockShop(shop: SimulatedShop, since: Date): void {
  for (const order of boughtBefore(since)) shop.sell(order);
}

/** Connects the brand's shop, the way an admin would; one that was disconnected by hand stays so. */
export async function connectShopOf(deps: Deps, workspaceId: WorkspaceId): Promise<void> {
  const shop = deps.shops.get('shopify');
  if (!shop) return;
  const known = await findShop(deps.db.read, workspaceId, shop.kind, KEYS.shop.domain);
  if (known?.isRemoved) return;
  const callback = shopCallbacks(deps);
  const base = await callback(workspaceId, '');
  const who = houseOf(workspaceId);
  if (!known) {
    await connectShop(deps, who, shop, { credentials: KEYS.shop }, (id) => base + id, deps.now());
    return;
  }
  // The shop of this run knows of nobody who wants to be told.
  const row = { id: known.id, name: known.name, externalId: KEYS.shop.domain };
  await changeShop(deps, who, shop, { row, credentials: KEYS.shop, callbackUrl: base + known.id }, deps.now());
}
