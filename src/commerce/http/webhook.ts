import type { ShopNews, ShopWebhook } from '../../core/commerce/shop.ts';
import type { HttpShopCredentials } from './credentials.ts';
import { readOrder } from './read-order.ts';
import { isSigned } from './signature.ts';

export const httpShopWebhook: ShopWebhook<HttpShopCredentials> = {
  isAuthentic: (request, { secret }, now) => isSigned(request, secret, now),
  deliveryOf: ({ headers }) => headers['x-earshot-delivery'] ?? null,
  read: ({ body }) => newsIn(body),
};

function newsIn(body: Uint8Array): ShopNews {
  let said: Readonly<Record<string, unknown>>;
  try {
    said = { ...Object(JSON.parse(new TextDecoder().decode(body))) };
  } catch {
    return { kind: 'ignored', why: 'The body is no JSON.' };
  }
  const text = (value: unknown) => (typeof value === 'string' && value !== '' && value.length <= 200 ? value : null);
  if (said.type === 'order.changed') {
    const id = text(said.id);
    if (said.order === undefined && id) return { kind: 'reread', id };
    const read = readOrder(said.order);
    return read.ok ? { kind: 'orders', orders: [read.order] } : { kind: 'ignored', why: read.why };
  }
  if (said.type === 'customer.erased') {
    const customerId = text(said.customer_id);
    const email = text(said.email)?.toLowerCase() ?? null;
    return customerId || email
      ? { kind: 'redact', customerId, email }
      : { kind: 'ignored', why: 'It does not say which customer: customer_id or email.' };
  }
  return { kind: 'ignored', why: `Nothing is known of the type “${String(said.type).slice(0, 60)}”.` };
}
