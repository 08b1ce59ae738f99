import type { z } from 'zod';
import { stateOf } from '../../core/commerce/order.ts';
import type { Shop, ShopCheck } from '../../core/commerce/shop.ts';
import type { OrderRow } from '../../storage/commerce/orders.ts';
import type { ShopRow } from '../../storage/commerce/shops.ts';
import type { ConnectedShop, Order, ShopCheckResult, ShopKind } from '../../wire/commerce.ts';

export function showOrder(row: OrderRow): Order {
  const { placedAt, cancelledAt, matchedBy, matchedByName, shopId, contactId } = row;
  const { id, number, payment, delivery, currency, total, refunded, email, phone, customerName, url, statusUrl } = row;
  const what = { email, phone, hand: matchedByName };
  return {
    id,
    shopId,
    number,
    placedAt: placedAt.toISOString(),
    state: stateOf(row),
    payment,
    delivery,
    cancelledAt: cancelledAt?.toISOString() ?? null,
    currency,
    total,
    refunded,
    email,
    phone,
    customerName,
    items: row.items.map((item) => ({ ...item })),
    parcels: row.parcels.map((parcel) => ({ ...parcel })),
    url,
    statusUrl,
    contactId,
    match: matchedBy && { by: matchedBy, what: what[matchedBy] },
  };
}

export const showShop = (row: ShopRow, webhookUrl: string): ConnectedShop => ({
  id: row.id,
  kind: row.kind,
  externalId: row.externalId,
  name: row.name,
  url: row.url,
  currency: row.currency,
  webhookUrl,
  health: {
    state: row.state,
    detail: row.stateDetail,
    since: row.stateSince.toISOString(),
    warnings: [...row.warnings],
    syncedAt: row.syncedAt?.toISOString() ?? null,
    heardAt: row.heardAt?.toISOString() ?? null,
    orders: row.orders,
    unmatched: row.unmatched,
  },
  createdAt: row.createdAt.toISOString(),
});

export const showKind = ({ kind, name, credentials: { fields, sets = [] }, cannot }: Shop): ShopKind => ({
  kind,
  name,
  fields: fields.map(({ choices, ...field }) => ({
    ...field,
    ...(choices ? { choices: choices.map((one) => ({ ...one })) } : {}),
  })),
  sets: sets.map(({ key, label, about, needs, may = [] }) => ({ key, label, about, needs: [...needs], may: [...may] })),
  cannot: cannot.map((one) => ({ ...one })),
});

export const showCheck = (check: ShopCheck): z.infer<typeof ShopCheckResult> =>
  check.ok
    ? { ok: true, shop: { ...check.shop }, warnings: [...check.warnings] }
    : { ok: false, problem: check.problem, todo: check.todo, field: check.field ?? null };
