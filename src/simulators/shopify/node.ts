import type { KeptOrder, State } from './state.ts';

const stamp = (at: Date | undefined) => (at ? `${at.toISOString().slice(0, 19)}Z` : null);
export const gid = (kind: string, id: number | string) => `gid://shopify/${kind}/${id}`;

/** An order as the Admin API shows it. */
export function orderNode({ shop }: State, order: KeptOrder) {
  const currencyCode = order.currency ?? shop.currency;
  const bag = (amount: string) => {
    const money = { amount, currencyCode };
    return { shopMoney: money, presentmentMoney: money };
  };
  const cents = order.items.reduce(
    (sum, { price, quantity = 1 }) => sum + Math.round(Number(price) * 100) * quantity,
    0,
  );
  const refunded = Math.round(Number(order.refunded ?? 0) * 100);
  // As Shopify writes them: a zero at the end is left out.
  const amount = (value: number) => (value % 10 === 0 ? (value / 100).toFixed(1) : (value / 100).toFixed(2));
  const { parcel } = order;
  return {
    id: gid('Order', order.id),
    legacyResourceId: String(order.id),
    name: order.name,
    createdAt: stamp(order.createdAt),
    updatedAt: stamp(order.updatedAt),
    cancelledAt: stamp(order.cancelledAt),
    cancelReason: order.cancelledAt ? 'CUSTOMER' : null,
    displayFinancialStatus: order.financial ?? 'PAID',
    displayFulfillmentStatus: order.fulfillment ?? (parcel ? 'FULFILLED' : 'UNFULFILLED'),
    returnStatus: order.returnStatus ?? 'NO_RETURN',
    email: order.email ?? null,
    phone: order.phone ?? null,
    note: null,
    tags: [],
    statusPageUrl: `${shop.url}/6000001/orders/${order.id}/authenticate?key=k${order.id % 97}`,
    totalPriceSet: bag(amount(cents)),
    currentTotalPriceSet: bag(amount(cents - refunded)),
    totalRefundedSet: bag(amount(refunded)),
    customer: { id: gid('Customer', order.customer), displayName: order.buyer ?? '' },
    shippingAddress: order.buyer ? { name: order.buyer, phone: order.phone ?? null } : null,
    lineItems: {
      nodes: order.items.map((item, at) => ({
        id: gid('LineItem', order.id * 10 + at),
        name: item.name,
        sku: item.sku ?? null,
        quantity: item.quantity ?? 1,
        currentQuantity: item.quantity ?? 1,
        image: null,
        originalUnitPriceSet: bag(item.price),
      })),
    },
    fulfillments: parcel
      ? [
          {
            id: gid('Fulfillment', order.id),
            status: 'SUCCESS',
            displayStatus: parcel.status,
            createdAt: stamp(order.createdAt),
            estimatedDeliveryAt: stamp(parcel.expectedAt),
            deliveredAt: stamp(parcel.deliveredAt),
            trackingInfo: [{ company: parcel.company, number: parcel.number, url: parcel.url ?? null }],
          },
        ]
      : [],
  };
}
