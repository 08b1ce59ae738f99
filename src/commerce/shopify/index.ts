import type { ShopOrder } from '../../core/commerce/order.ts';
import type { OrderQuery, Shop } from '../../core/commerce/shop.ts';
import { openAsk } from '../shared/ask.ts';
import { openAccess } from './access.ts';
import { openCall } from './call.ts';
import { changedOrders } from './changed.ts';
import { check } from './check.ts';
import { type ShopifyCredentials, shopifyCredentials } from './credentials.ts';
import { ONE_ORDER, ORDERS_FOUND } from './queries.ts';
import { readOrder } from './read-order.ts';
import { subscribe, unsubscribe } from './subscribe.ts';
import { shopifyWebhook } from './webhook.ts';

export interface ShopifyOptions {
  /** In place of `https://` and the shop's domain: a simulated Shopify. */
  readonly baseUrl?: string;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
  readonly now?: () => Date;
}

export function createShopify(options: ShopifyOptions = {}): Shop<ShopifyCredentials> {
  const urlOf = (domain: string) => options.baseUrl ?? `https://${domain}`;
  const ask = openAsk(options.fetch, options.timeoutMs);
  const call = openCall(ask, openAccess(ask, urlOf, options.now ?? (() => new Date())), urlOf);
  return {
    kind: 'shopify',
    name: 'Shopify',
    credentials: shopifyCredentials,
    cannot: [
      { what: 'Orders older than 60 days', why: 'Shopify shows them only to apps that were granted read_all_orders.' },
      {
        what: 'Refunds and cancellations from here',
        why: 'They move money: they are done in Shopify’s own admin, which each order links to.',
      },
    ],
    check: (credentials) => check(call, credentials),
    async find(by, credentials) {
      if (by.by === 'id') {
        const { data } = await call(ONE_ORDER, { id: by.id }, credentials);
        return ordersIn([data.order], credentials);
      }
      const { data } = await call(ORDERS_FOUND, { q: searchFor(by) }, credentials);
      const { nodes } = Object(data.orders) as { readonly nodes?: unknown };
      return ordersIn(Array.isArray(nodes) ? nodes : [], credentials);
    },
    changed: (cursor, since, credentials) => changedOrders(call, cursor, since, credentials),
    webhook: shopifyWebhook,
    subscribe: (credentials, callbackUrl) => subscribe(call, credentials, callbackUrl),
    unsubscribe: (credentials, callbackUrl) => unsubscribe(call, credentials, callbackUrl),
  };
}

const ordersIn = (nodes: readonly unknown[], { domain }: ShopifyCredentials): readonly ShopOrder[] =>
  nodes.flatMap((node) => readOrder(node, domain) ?? []);

/** Quoted, and without what would end the quotes: what people write is no search of theirs. */
function searchFor(by: Exclude<OrderQuery, { readonly by: 'id' }>): string {
  const quoted = (text: string) => `"${text.replaceAll(/["\\:]/g, '')}"`;
  if (by.by === 'email') return `email:${quoted(by.email)}`;
  if (by.by === 'phone') return `phone:${quoted(by.phone)}`;
  return `name:${quoted(by.number)}`;
}
