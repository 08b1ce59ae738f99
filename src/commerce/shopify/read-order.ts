import { z } from 'zod';
import { id, moment, webUrl } from '../../connectors/shared/shapes.ts';
import type { Delivery, Parcel, Payment, ShopOrder } from '../../core/commerce/order.ts';
import { amount, currency, orNull, readEmail, readPhone, shortText } from '../shared/shapes.ts';

const Price = z.object({ shopMoney: z.object({ amount, currencyCode: currency }) });
const Nodes = <Schema extends z.ZodType>(schema: Schema) => z.object({ nodes: z.array(schema) });
const Item = z.object({
  name: shortText,
  sku: orNull(shortText),
  quantity: z.number().int(),
  image: orNull(z.object({ url: webUrl })),
  originalUnitPriceSet: orNull(Price),
});
const Fulfillment = z.object({
  displayStatus: orNull(z.string()),
  estimatedDeliveryAt: orNull(moment),
  deliveredAt: orNull(moment),
  trackingInfo: z
    .array(z.object({ company: orNull(shortText), number: orNull(shortText), url: orNull(webUrl) }))
    .catch([]),
});
const Node = z.object({
  id,
  legacyResourceId: orNull(id),
  name: shortText,
  createdAt: moment,
  updatedAt: moment,
  cancelledAt: orNull(moment),
  displayFinancialStatus: orNull(z.string()),
  displayFulfillmentStatus: orNull(z.string()),
  returnStatus: orNull(z.string()),
  email: orNull(z.string()),
  phone: orNull(z.string()),
  statusPageUrl: orNull(webUrl),
  currentTotalPriceSet: Price,
  totalPriceSet: orNull(Price),
  totalRefundedSet: orNull(Price),
  customer: orNull(z.object({ id })),
  shippingAddress: orNull(z.object({ name: orNull(shortText), phone: orNull(z.string()) })),
  lineItems: Nodes(Item).catch({ nodes: [] }),
  fulfillments: z.array(Fulfillment).catch([]),
});

/** Null: Shopify's answer has no order in it that could be shown. */
export function readOrder(node: unknown, domain: string): ShopOrder | null {
  const read = Node.safeParse(node);
  if (!read.success) return null;
  const order = read.data;
  // What was ordered, before anything was taken back: refunds are told beside it.
  const { shopMoney } = order.totalPriceSet ?? order.currentTotalPriceSet;
  const parcels = order.fulfillments.flatMap(parcelsOf);
  const name = order.legacyResourceId ?? order.id.split('/').at(-1);
  return {
    id: order.id,
    number: order.name,
    placedAt: order.createdAt,
    changedAt: order.updatedAt,
    cancelledAt: order.cancelledAt ?? null,
    payment: PAYMENTS[order.displayFinancialStatus ?? ''] ?? 'pending',
    delivery: deliveryOf(order, parcels),
    currency: shopMoney.currencyCode,
    total: shopMoney.amount,
    refunded: order.totalRefundedSet?.shopMoney.amount ?? '0',
    email: readEmail(order.email),
    phone: readPhone(order.phone) ?? readPhone(order.shippingAddress?.phone),
    customerName: order.shippingAddress?.name ?? null,
    customerId: order.customer?.id ?? null,
    items: order.lineItems.nodes.map((item) => ({
      name: item.name,
      sku: item.sku ?? null,
      quantity: item.quantity,
      price: item.originalUnitPriceSet?.shopMoney.amount ?? null,
      imageUrl: item.image?.url ?? null,
    })),
    parcels,
    url: `https://admin.shopify.com/store/${domain.replace('.myshopify.com', '')}/orders/${name}`,
    statusUrl: order.statusPageUrl ?? null,
  };
}

const PAYMENTS: Readonly<Record<string, Payment>> = {
  AUTHORIZED: 'authorized',
  EXPIRED: 'failed',
  PAID: 'paid',
  PARTIALLY_PAID: 'part_paid',
  PARTIALLY_REFUNDED: 'part_refunded',
  PENDING: 'pending',
  REFUNDED: 'refunded',
  VOIDED: 'failed',
};
const FULFILMENTS: Readonly<Record<string, Delivery>> = {
  FULFILLED: 'sent',
  FULFILLMENT_NOT_REQUIRED: 'none',
  IN_PROGRESS: 'preparing',
  ON_HOLD: 'open',
  OPEN: 'open',
  PARTIALLY_FULFILLED: 'part_sent',
  PENDING_FULFILLMENT: 'preparing',
  REQUEST_DECLINED: 'open',
  RESTOCKED: 'returned',
  SCHEDULED: 'open',
  UNFULFILLED: 'open',
};
const PARCELS: Readonly<Record<string, Delivery>> = {
  ATTEMPTED_DELIVERY: 'trouble',
  CANCELED: 'trouble',
  DELAYED: 'trouble',
  FAILURE: 'trouble',
  NOT_DELIVERED: 'trouble',
  DELIVERED: 'delivered',
  PICKED_UP: 'delivered',
  OUT_FOR_DELIVERY: 'out_for_delivery',
  READY_FOR_PICKUP: 'ready_for_pickup',
  CONFIRMED: 'preparing',
  LABEL_PRINTED: 'preparing',
  LABEL_PURCHASED: 'preparing',
  LABEL_VOIDED: 'trouble',
  SUBMITTED: 'preparing',
};

function parcelsOf(fulfillment: z.infer<typeof Fulfillment>): readonly Parcel[] {
  const { displayStatus, estimatedDeliveryAt, deliveredAt, trackingInfo } = fulfillment;
  const state = PARCELS[displayStatus ?? ''] ?? 'sent';
  const times = { state, expectedAt: estimatedDeliveryAt ?? null, deliveredAt: deliveredAt ?? null };
  const known = trackingInfo.map(({ company, number, url }) => ({
    carrier: company ?? null,
    number: number ?? null,
    url: url ?? null,
    ...times,
  }));
  return known.length > 0 ? known : [{ carrier: null, number: null, url: null, ...times }];
}

/** What the carrier says is nearer to the truth than that the shop gave it away. */
function deliveryOf(order: z.infer<typeof Node>, parcels: readonly Parcel[]): Delivery {
  if (order.returnStatus === 'RETURNED') return 'returned';
  if (order.returnStatus === 'IN_PROGRESS' || order.returnStatus === 'RETURN_REQUESTED') return 'returning';
  const said = FULFILMENTS[order.displayFulfillmentStatus ?? ''] ?? 'open';
  if (said !== 'sent') return said;
  const states = parcels.map(({ state }) => state);
  if (states.includes('trouble')) return 'trouble';
  if (states.length > 0 && states.every((state) => state === 'delivered')) return 'delivered';
  return states.find((state) => state === 'ready_for_pickup' || state === 'out_for_delivery') ?? 'sent';
}
