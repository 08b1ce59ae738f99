import { createHmac } from 'node:crypto';
import { isEqual } from '../../connectors/shared/equal.ts';
import type { RawWebhook } from '../../core/channel/connector.ts';
import type { ShopNews, ShopWebhook } from '../../core/commerce/shop.ts';
import type { ShopifyCredentials } from './credentials.ts';

/** What we ask to be told. A body is only a hint: it may be late or out of order, so the order is read anew. */
export const TOPICS: readonly string[] = [
  'ORDERS_CREATE',
  'ORDERS_UPDATED',
  'ORDERS_CANCELLED',
  'FULFILLMENTS_CREATE',
  'FULFILLMENTS_UPDATE',
  'REFUNDS_CREATE',
  'APP_UNINSTALLED',
];

export const shopifyWebhook: ShopWebhook<ShopifyCredentials> = {
  isAuthentic({ headers, body }, { clientSecret, domain }) {
    const given = headers['x-shopify-hmac-sha256'];
    if (!clientSecret || !given) return false;
    // One app may be installed in several shops, and signs alike for all of them.
    if (headers['x-shopify-shop-domain']?.toLowerCase() !== domain) return false;
    return isEqual(given, createHmac('sha256', clientSecret).update(body).digest('base64'));
  },
  deliveryOf: ({ headers }) => headers['x-shopify-webhook-id'] ?? null,
  read: ({ headers, body }) => newsIn(headers['x-shopify-topic'] ?? '', body),
};

function newsIn(topic: string, body: RawWebhook['body']): ShopNews {
  const said = objectIn(body);
  if (!said) return { kind: 'ignored', why: 'The body is no JSON object.' };
  if (topic === 'app/uninstalled') return { kind: 'gone', why: 'The app was taken out of the shop at Shopify.' };
  if (topic === 'customers/redact' || topic === 'customers/delete') return redactionIn(topic, said);
  const orderId = topic.startsWith('orders/')
    ? said.id
    : /^(fulfillments|refunds)\//.test(topic)
      ? said.order_id
      : undefined;
  const isId = (typeof orderId === 'number' && Number.isSafeInteger(orderId)) || /^\d{1,20}$/.test(String(orderId));
  if (isId) return { kind: 'reread', id: `gid://shopify/Order/${orderId}` };
  return { kind: 'ignored', why: topic ? `Nothing of “${topic}” is kept here.` : 'The topic is missing.' };
}

function redactionIn(topic: string, said: Readonly<Record<string, unknown>>): ShopNews {
  const { id, email } = Object(topic === 'customers/redact' ? said.customer : said) as Readonly<
    Record<string, unknown>
  >;
  const customerId = typeof id === 'number' || typeof id === 'string' ? `gid://shopify/Customer/${id}` : null;
  return { kind: 'redact', customerId, email: typeof email === 'string' ? email.toLowerCase() : null };
}

function objectIn(body: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(body));
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : null;
  } catch {
    return null;
  }
}
