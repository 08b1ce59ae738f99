import type { Shop, Shops } from '../core/commerce/shop.ts';
import { createHttpShop } from './http/index.ts';
import { createShopify } from './shopify/index.ts';

export interface ShopOptions {
  /** Other addresses than a shop's own, by its kind: a simulated one. */
  readonly urls?: Readonly<Record<string, string>>;
  /** For addresses that somebody typed; Shopify's own are known. */
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
  readonly now?: () => Date;
}

/** Every kind of shop of this program, by its name. */
export function createShops({ urls = {}, fetch, timeoutMs, now }: ShopOptions = {}): Shops {
  const clock = { ...(now ? { now } : {}), ...(timeoutMs ? { timeoutMs } : {}) };
  const all: readonly Shop[] = [
    known(createShopify({ ...clock, ...(urls.shopify ? { baseUrl: urls.shopify } : {}) })),
    known(createHttpShop({ ...clock, ...(fetch ? { fetch } : {}) })),
  ];
  return new Map(all.map((shop) => [shop.kind, shop]));
}

/** What is passed in is always what its own form parsed, so forgetting the type loses nothing. */
function known<Credentials>(shop: Shop<Credentials>): Shop {
  return shop as Shop<unknown> & Shop<Credentials>;
}
