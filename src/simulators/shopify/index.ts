import { createHmac, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { type Courier, openCourier } from '../courier.ts';
import { type Faults, noFaults } from '../network.ts';
import { createRandom } from '../random.ts';
import { createApi } from './server.ts';
import type { KeptOrder, SoldOrder, State, Subscription } from './state.ts';

export type { SoldOrder } from './state.ts';

export interface ShopifyOptions {
  readonly seed?: number;
  readonly port?: number;
  readonly now?: () => Date;
  readonly shop?: { readonly domain: string; readonly name: string; readonly currency: string; readonly url: string };
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly staticToken?: string;
  readonly scopes?: readonly string[];
  /** Points that come back a second; the bucket holds twenty times as many. */
  readonly restoreRate?: number;
}

export interface SimulatedShop {
  readonly url: string;
  readonly faults: Faults;
  /** Somebody buys, or what they bought changes: known by its number. Tells whoever asked to be told. */
  sell(order: SoldOrder): { readonly id: number };
  /** Tells of something that is no order. */
  tell(topic: string, body: object): void;
  /** What subscriptions there are, by topic. */
  subscribed(): readonly Pick<Subscription, 'topic' | 'uri'>[];
  /** Every token that was given out ends now. */
  endTokens(): void;
  settled(): Promise<void>;
  close(): Promise<void>;
}

interface Delivery {
  readonly subscription: Subscription;
  readonly topic: string;
  readonly body: string;
  readonly id: string;
  readonly eventId: string;
}

/** Eight over four hours on the real one. */
const TRIES = 8;
const ANSWER_WITHIN_MS = 5_000;
const FIRST_ORDER = 5_500_000_000_000;
const FIRST_CUSTOMER = 7_700_000_000_000;
const SCOPES = ['read_orders', 'read_customers', 'read_fulfillments', 'read_all_orders'];

/** Shopify's Admin API for one shop, on loopback, with its signatures, pages, costs and faults. */
export async function startShopify(options: ShopifyOptions = {}): Promise<SimulatedShop> {
  const now = options.now ?? (() => new Date());
  const restoreRate = options.restoreRate ?? 100;
  const state: State = {
    shop: options.shop ?? {
      domain: 'kettle.myshopify.com',
      name: 'Kettle',
      currency: 'EUR',
      url: 'https://kettle.example',
    },
    clientId: options.clientId ?? 'client',
    clientSecret: options.clientSecret ?? 'secret',
    staticToken: options.staticToken ?? null,
    scopes: options.scopes ?? SCOPES,
    now,
    random: createRandom(options.seed ?? 1),
    faults: noFaults(),
    orders: new Map(),
    subscriptions: new Map(),
    tokens: new Map(),
    bucket: { available: restoreRate * 20, at: now().getTime(), most: restoreRate * 20, restoreRate },
    minted: 0,
  };
  const courier: Courier<Delivery> = openCourier({
    faults: state.faults,
    random: state.random,
    most: 1,
    isReady: () => true,
    tries: TRIES,
    deliver: async ([delivery], _attempt, signal) => !delivery || post(state, delivery, signal),
  });
  const server = createApi(state);
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve),
  );
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function emit(topic: string, body: object): void {
    const name = topic.toUpperCase().replace('/', '_');
    const eventId = randomUUID();
    for (const subscription of state.subscriptions.values())
      if (subscription.topic === name)
        courier.push({ subscription, topic, body: JSON.stringify(body), id: randomUUID(), eventId });
  }

  return {
    url,
    faults: state.faults,
    sell(order) {
      const known = [...state.orders.values()].find(({ name }) => name === order.name);
      const id = known?.id ?? freeId(state, order.name);
      const buyer = [...state.orders.values()].find(({ email }) => email !== undefined && email === order.email);
      const customer = known?.customer ?? buyer?.customer ?? FIRST_CUSTOMER + id - FIRST_ORDER;
      const kept: KeptOrder = { ...order, id, customer, updatedAt: order.updatedAt ?? now() };
      state.orders.set(id, kept);
      emit(known ? 'orders/updated' : 'orders/create', {
        id,
        admin_graphql_api_id: `gid://shopify/Order/${id}`,
        name: kept.name,
        email: kept.email ?? null,
        updated_at: kept.updatedAt.toISOString(),
        customer: { id: customer, admin_graphql_api_id: `gid://shopify/Customer/${customer}` },
      });
      return { id };
    },
    tell: emit,
    subscribed: () => [...state.subscriptions.values()].map(({ topic, uri }) => ({ topic, uri })),
    endTokens: () => state.tokens.clear(),
    settled: () => courier.settled(),
    async close() {
      await courier.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function post(
  state: State,
  { subscription, topic, body, id, eventId }: Delivery,
  signal: AbortSignal,
): Promise<boolean> {
  // A subscription that was deleted meanwhile is owed nothing.
  if (!state.subscriptions.has(subscription.id)) return true;
  try {
    const response = await fetch(subscription.uri, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-shopify-topic': topic,
        'x-shopify-shop-domain': state.shop.domain,
        'x-shopify-api-version': '2026-10',
        'x-shopify-hmac-sha256': createHmac('sha256', state.clientSecret).update(body).digest('base64'),
        'x-shopify-webhook-id': id,
        'x-shopify-event-id': eventId,
        'x-shopify-triggered-at': state.now().toISOString(),
      },
      body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
    });
    await response.arrayBuffer();
    if (response.ok) {
      subscription.failures = 0;
      return true;
    }
  } catch {
    // Nobody is there.
  }
  subscription.failures += 1;
  // After eight in a row Shopify lets go of it, and says nothing.
  if (subscription.failures >= TRIES) state.subscriptions.delete(subscription.id);
  return false;
}

/** From the number, so that an order has the same id when the shop opens again. */
function freeId({ orders }: State, name: string): number {
  let id = FIRST_ORDER + (Number(name.replace(/\D/g, '').slice(-9)) || 1);
  while (orders.has(id)) id += 1;
  return id;
}
