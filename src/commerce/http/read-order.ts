import { z } from 'zod';
import { id, moment, webUrl } from '../../connectors/shared/shapes.ts';
import { DELIVERIES, PAYMENTS, type ShopOrder } from '../../core/commerce/order.ts';
import { amount, currency, orNull, readEmail, readPhone, shortText } from '../shared/shapes.ts';

const Delivery = z.enum(DELIVERIES);
const Order = z.object({
  id,
  number: shortText.pipe(z.string().trim().min(1).max(60)),
  placed_at: moment,
  changed_at: moment,
  cancelled_at: orNull(moment),
  payment: z.enum(PAYMENTS).default('pending'),
  delivery: Delivery.default('open'),
  currency,
  total: amount,
  refunded: orNull(amount),
  customer: orNull(
    z.object({ id: orNull(id), name: orNull(shortText), email: orNull(z.string()), phone: orNull(z.string()) }),
  ),
  items: z
    .array(
      z.object({
        name: shortText,
        sku: orNull(shortText),
        quantity: z.number().int().min(0).max(1_000_000).default(1),
        price: orNull(amount),
        image_url: orNull(webUrl),
      }),
    )
    .max(500)
    .catch([]),
  parcels: z
    .array(
      z.object({
        carrier: orNull(shortText),
        number: orNull(shortText),
        url: orNull(webUrl),
        state: Delivery.catch('sent'),
        expected_at: orNull(moment),
        delivered_at: orNull(moment),
      }),
    )
    .max(100)
    .catch([]),
  url: orNull(webUrl),
  status_url: orNull(webUrl),
});

export type ReadOrder = { readonly ok: true; readonly order: ShopOrder } | { readonly ok: false; readonly why: string };

/** One order of the documented JSON; what is wrong with it is said with the name of the part. */
export function readOrder(value: unknown): ReadOrder {
  const read = Order.safeParse(value);
  if (!read.success) {
    const why = read.error.issues.slice(0, 3).map(({ path, message }) => `${path.join('.') || 'order'}: ${message}`);
    return { ok: false, why: why.join('; ') };
  }
  const { data } = read;
  const { customer } = data;
  return {
    ok: true,
    order: {
      id: data.id,
      number: data.number,
      placedAt: data.placed_at,
      changedAt: data.changed_at,
      cancelledAt: data.cancelled_at ?? null,
      payment: data.payment,
      delivery: data.delivery,
      currency: data.currency,
      total: data.total,
      refunded: data.refunded ?? '0',
      email: readEmail(customer?.email),
      phone: readPhone(customer?.phone),
      customerName: customer?.name ?? null,
      customerId: customer?.id ?? null,
      items: data.items.map(({ name, sku, quantity, price, image_url: imageUrl }) => ({
        name,
        sku: sku ?? null,
        quantity,
        price: price ?? null,
        imageUrl: imageUrl ?? null,
      })),
      parcels: data.parcels.map(
        ({ carrier, number, url, state, expected_at: expectedAt, delivered_at: deliveredAt }) => ({
          carrier: carrier ?? null,
          number: number ?? null,
          url: url ?? null,
          state,
          expectedAt: expectedAt ?? null,
          deliveredAt: deliveredAt ?? null,
        }),
      ),
      url: data.url ?? null,
      statusUrl: data.status_url ?? null,
    },
  };
}
