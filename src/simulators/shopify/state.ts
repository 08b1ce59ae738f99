import type { Faults } from '../network.ts';

/** What a simulated customer bought, as somebody at the shop would tell it. */
export interface SoldOrder {
  /** `#1044`. */
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
  readonly buyer?: string;
  readonly createdAt: Date;
  readonly items: readonly {
    readonly name: string;
    readonly price: string;
    readonly quantity?: number;
    readonly sku?: string;
  }[];
  readonly financial?: string;
  readonly fulfillment?: string;
  readonly returnStatus?: string;
  readonly cancelledAt?: Date;
  readonly refunded?: string;
  readonly currency?: string;
  readonly parcel?: {
    readonly company: string;
    readonly number: string;
    readonly url?: string;
    readonly status: string;
    readonly expectedAt?: Date;
    readonly deliveredAt?: Date;
  };
  /** When anybody last touched it; absent: when it is told. */
  readonly updatedAt?: Date;
}
export interface KeptOrder extends SoldOrder {
  readonly id: number;
  readonly customer: number;
  updatedAt: Date;
}
export interface Subscription {
  readonly id: string;
  readonly topic: string;
  readonly uri: string;
  readonly format: 'JSON';
  failures: number;
}
export interface State {
  readonly shop: { readonly domain: string; readonly name: string; readonly currency: string; readonly url: string };
  readonly clientId: string;
  readonly clientSecret: string;
  /** Of an app made inside the admin. */
  readonly staticToken: string | null;
  readonly scopes: readonly string[];
  readonly now: () => Date;
  readonly random: () => number;
  readonly faults: Faults;
  readonly orders: Map<number, KeptOrder>;
  readonly subscriptions: Map<string, Subscription>;
  /** Tokens that were given out, and until when they are good. */
  readonly tokens: Map<string, number>;
  bucket: { available: number; at: number; readonly most: number; readonly restoreRate: number };
  minted: number;
}

const DAY_MS = 86_400_000;
/** Without `read_all_orders` older ones are not there. */
const VISIBLE_MS = 60 * DAY_MS;
export function visibleOrders(state: State): readonly KeptOrder[] {
  const since = state.scopes.includes('read_all_orders') ? 0 : state.now().getTime() - VISIBLE_MS;
  return [...state.orders.values()].filter(({ createdAt }) => createdAt.getTime() >= since);
}
