/** What became of the money. */
export const PAYMENTS = ['pending', 'authorized', 'part_paid', 'paid', 'part_refunded', 'refunded', 'failed'] as const;
export type Payment = (typeof PAYMENTS)[number];

/** Where the things are. `trouble`: the carrier could not deliver, or says that something went wrong. */
export const DELIVERIES = [
  'open',
  'preparing',
  'part_sent',
  'sent',
  'out_for_delivery',
  'ready_for_pickup',
  'delivered',
  'trouble',
  'returning',
  'returned',
  'none',
] as const;
export type Delivery = (typeof DELIVERIES)[number];

export interface OrderItem {
  readonly name: string;
  readonly sku: string | null;
  readonly quantity: number;
  /** Of one, in the order's currency. */
  readonly price: string | null;
  readonly imageUrl: string | null;
}
/** One parcel under way. */
export interface Parcel {
  readonly carrier: string | null;
  readonly number: string | null;
  readonly url: string | null;
  readonly state: Delivery;
  readonly expectedAt: Date | null;
  readonly deliveredAt: Date | null;
}

/** An order as its shop tells it, in one form for every shop. */
export interface ShopOrder {
  readonly id: string;
  /** What customers call it: `#1044`. */
  readonly number: string;
  readonly placedAt: Date;
  /** Of two tellings the later one counts. */
  readonly changedAt: Date;
  readonly cancelledAt: Date | null;
  readonly payment: Payment;
  readonly delivery: Delivery;
  readonly currency: string;
  readonly total: string;
  readonly refunded: string;
  /** As given to the shop. */
  readonly email: string | null;
  readonly phone: string | null;
  readonly customerName: string | null;
  readonly customerId: string | null;
  readonly items: readonly OrderItem[];
  readonly parcels: readonly Parcel[];
  /** Where people of the house look at it. */
  readonly url: string | null;
  /** Where the customer does. */
  readonly statusUrl: string | null;
}

export type OrderState = 'cancelled' | 'refunded' | 'unpaid' | Delivery;

/** The one word that an agent needs first. */
export function stateOf({
  cancelledAt,
  payment,
  delivery,
}: {
  readonly cancelledAt: unknown;
  readonly payment: Payment;
  readonly delivery: Delivery;
}): OrderState {
  if (cancelledAt) return 'cancelled';
  if (payment === 'refunded') return 'refunded';
  const isGone = delivery !== 'open' && delivery !== 'preparing';
  if (!isGone && (payment === 'pending' || payment === 'failed')) return 'unpaid';
  return delivery;
}
