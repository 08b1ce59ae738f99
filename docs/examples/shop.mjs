// A shop that answers Earshot: two questions in JSON, and a word when an order changes. Node 20 or newer, no packages.
//   SECRET=... PORT=4300 node docs/examples/shop.mjs
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const PAGE = 100;

/** `sha256=` and the lower-case hex of HMAC-SHA256 over `<seconds since 1970>.<what is signed>`. */
export const signatureOf = (secret, timestamp, signed) =>
  `sha256=${createHmac('sha256', secret).update(`${timestamp}.`).update(signed).digest('hex')}`;

export function createShop({ secret, shop, orders, now = () => new Date() }) {
  const isSigned = ({ method, url, headers }) => {
    const timestamp = String(headers['x-earshot-timestamp']);
    if (Math.abs(now().getTime() / 1000 - Number(timestamp)) > 300) return false;
    const wanted = Buffer.from(signatureOf(secret, timestamp, `${method} ${url}`));
    const given = Buffer.from(String(headers['x-earshot-signature']));
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  };

  const found = (query) => {
    const email = query.get('email')?.toLowerCase();
    const phone = query.get('phone');
    const number = query.get('number')?.replace(/^#/, '');
    const id = query.get('id');
    const since = query.get('changed_since');
    return orders()
      .filter(
        (order) =>
          (!email || order.customer?.email?.toLowerCase() === email) &&
          (!phone || order.customer?.phone === phone) &&
          (!number || order.number.replace(/^#/, '') === number) &&
          (!id || order.id === id) &&
          (!since || order.changed_at >= since),
      )
      .sort((one, other) =>
        since ? one.changed_at.localeCompare(other.changed_at) : other.placed_at.localeCompare(one.placed_at),
      );
  };

  return createServer((request, response) => {
    const say = (status, body) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (!isSigned(request)) return say(401, { error: 'The signature does not fit.' });
    const { pathname, searchParams } = new URL(request.url, 'http://shop.test');
    if (pathname.endsWith('/shop')) return say(200, shop);
    if (!pathname.endsWith('/orders')) return say(404, { error: 'There is nothing here.' });
    const from = Number(searchParams.get('cursor') ?? 0);
    const all = found(searchParams);
    const cursor = all.length > from + PAGE ? String(from + PAGE) : null;
    say(200, { orders: all.slice(from, from + PAGE), cursor });
  });
}

/** Tells Earshot at the address that it shows in Settings, Shops. Send it again until it answers 200. */
export function tell(address, secret, body, { delivery = randomUUID(), now = new Date() } = {}) {
  const text = JSON.stringify(body);
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return fetch(address, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-earshot-timestamp': timestamp,
      'x-earshot-signature': signatureOf(secret, timestamp, text),
      'x-earshot-delivery': delivery,
    },
    body: text,
  });
}

if (process.argv[1] === import.meta.filename) {
  const orders = [
    {
      id: '1',
      number: '2026-1044',
      placed_at: '2026-11-10T08:00:00Z',
      changed_at: '2026-11-11T08:00:00Z',
      payment: 'paid',
      delivery: 'sent',
      currency: 'EUR',
      total: '49.90',
      customer: { id: '7', name: 'Dora Lind', email: 'dora@mail.test', phone: '+4915112345678' },
      items: [{ name: 'Kettle One', sku: 'KET-1', quantity: 1, price: '49.90' }],
      parcels: [{ carrier: 'DHL', number: '0034', url: 'https://track.example/0034', state: 'sent' }],
    },
  ];
  const shop = { id: 'my-shop', name: 'My shop', currency: 'EUR', url: 'https://shop.example.com' };
  createShop({ secret: process.env.SECRET ?? '', shop, orders: () => orders }).listen(Number(process.env.PORT ?? 4300));
}
