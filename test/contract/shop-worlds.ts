import type { AddressInfo } from 'node:net';
import { createShop, type Order, tell } from '../../docs/examples/shop.mjs';
import { createHttpShop } from '../../src/commerce/http/index.ts';
import { createShopify } from '../../src/commerce/shopify/index.ts';
import type { RawWebhook } from '../../src/core/channel/connector.ts';
import type { Shop } from '../../src/core/commerce/shop.ts';
import { startShopify } from '../../src/simulators/shopify/index.ts';

/** What is sold in every world alike. */
export interface Sale {
  readonly number: string;
  readonly email?: string;
  readonly phone?: string;
  readonly placedAt: Date;
  readonly changedAt: Date;
  readonly price: string;
  readonly isSent?: boolean;
}

/** One shop with somebody behind the counter. */
export interface ShopWorld {
  readonly shop: Shop;
  /** What an admin fills in. */
  readonly form: Readonly<Record<string, unknown>>;
  /** The same with a secret that is not the shop's. */
  readonly wrongForm: Readonly<Record<string, unknown>>;
  sell(sale: Sale): { readonly id: string };
  /** A webhook as the shop really posts it when this order changes. */
  told(id: string): Promise<RawWebhook>;
  /** The shop lets us ask no more, or is down, for one question. */
  turn(what: 'limited' | 'down' | 'well'): void;
  close(): Promise<void>;
}

export const SECRET = 'whispering-harbor-2026-test';

/** Posts to whoever listens, once. */
async function overheard(post: (url: string) => Promise<unknown>): Promise<RawWebhook> {
  const { createServer } = await import('node:http');
  const heard = Promise.withResolvers<RawWebhook>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    response.end('ok');
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    heard.resolve({ headers, query: {}, body: Buffer.concat(chunks) });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await post(`http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`);
    return await heard.promise;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

export async function shopifyWorld(): Promise<ShopWorld> {
  const network = await startShopify({ clientSecret: SECRET });
  const shop = createShopify({ baseUrl: network.url }) as Shop;
  const form = { domain: 'kettle', clientId: 'client', clientSecret: SECRET };
  const sales = new Map<string, Parameters<typeof network.sell>[0]>();
  return {
    shop,
    form,
    wrongForm: { ...form, clientSecret: 'another' },
    sell({ number, email, phone, placedAt, changedAt, price, isSent }) {
      const order = {
        name: number,
        ...(email ? { email } : {}),
        ...(phone ? { phone } : {}),
        createdAt: placedAt,
        updatedAt: changedAt,
        items: [{ name: 'Kettle One', price }],
        ...(isSent
          ? { parcel: { company: 'DHL', number: '0034', url: 'https://track.example/0034', status: 'IN_TRANSIT' } }
          : {}),
      };
      const id = `gid://shopify/Order/${network.sell(order).id}`;
      sales.set(id, order);
      return { id };
    },
    told: (id) =>
      overheard(async (url) => {
        await shop.subscribe?.(read(shop, form), url);
        const order = sales.get(id);
        if (order) network.sell(order);
        await network.settled();
      }),
    turn(what) {
      network.faults.rateLimit = what === 'limited' ? 1 : 0;
      network.faults.failBefore = what === 'down' ? 1 : 0;
    },
    close: () => network.close(),
  };
}

export async function httpWorld(): Promise<ShopWorld> {
  const orders: Order[] = [];
  let state: 'limited' | 'down' | 'well' = 'well';
  const server = createShop({
    secret: SECRET,
    shop: { id: 'kettle', name: 'Kettle', currency: 'EUR', url: 'https://kettle.example' },
    orders: () => orders,
  });
  const [answer] = server.listeners('request') as [
    (request: unknown, response: import('node:http').ServerResponse) => void,
  ];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (state === 'well') answer(request, response);
    else response.writeHead(state === 'limited' ? 429 : 503, { 'retry-after': '7' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/earshot`;
  return {
    shop: createHttpShop({ fetch }) as Shop,
    form: { url, secret: SECRET },
    wrongForm: { url, secret: `${SECRET}-of-another` },
    sell({ number, email, phone, placedAt, changedAt, price, isSent }) {
      const known = orders.findIndex((order) => order.number === number);
      const id = String(known < 0 ? orders.length + 1 : known + 1);
      orders[Number(id) - 1] = {
        id,
        number,
        placed_at: placedAt.toISOString(),
        changed_at: changedAt.toISOString(),
        payment: 'paid',
        delivery: isSent ? 'sent' : 'open',
        currency: 'EUR',
        total: price,
        customer: { ...(email ? { email } : {}), ...(phone ? { phone } : {}) },
        items: [{ name: 'Kettle One', quantity: 1, price }],
        parcels: isSent ? [{ carrier: 'DHL', number: '0034', url: 'https://track.example/0034', state: 'sent' }] : [],
      };
      return { id };
    },
    told: (id) => overheard((to) => tell(to, SECRET, { type: 'order.changed', order: orders[Number(id) - 1] })),
    turn(what) {
      state = what;
    },
    async close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

export function read(shop: Shop, form: unknown): unknown {
  const parsed = shop.credentials.parse(form);
  if (!parsed.ok) throw new Error(parsed.errors[0]?.message);
  return parsed.value;
}
