import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Trouble } from '../../src/core/channel/connector.ts';
import type { ShopOrder } from '../../src/core/commerce/order.ts';
import type { Json } from '../../src/core/ids.ts';
import { httpWorld, read, type ShopWorld, shopifyWorld } from './shop-worlds.ts';

const DAY = 86_400_000;
const day = (nth: number) => new Date(Math.floor((Date.now() - nth * DAY) / 1_000) * 1_000);

describe.each([
  ['shopify', shopifyWorld],
  ['http', httpWorld],
])('%s', (_kind, open) => {
  let world: ShopWorld;
  let credentials: unknown;
  let id: string;
  const placedAt = day(3);
  beforeAll(async () => {
    world = await open();
    credentials = read(world.shop, world.form);
    const sale = { number: '#1044', email: 'Dora@Mail.test', phone: '+4915112345678', price: '49.90', isSent: true };
    ({ id } = world.sell({ ...sale, placedAt, changedAt: day(2) }));
    world.sell({ number: '#1045', email: 'dora@mail.test', price: '1200.00', placedAt: day(1), changedAt: day(1) });
    world.sell({ number: '#1046', email: 'uwe@mail.test', price: '5.00', placedAt: day(1), changedAt: day(1) });
  });
  afterAll(() => world.close());
  const numbers = (orders: readonly ShopOrder[]) => orders.map(({ number }) => number);

  it('says whose shop it is', async () => {
    const check = await world.shop.check(credentials);
    expect(check).toMatchObject({ ok: true, shop: { name: 'Kettle', currency: 'EUR', url: 'https://kettle.example' } });
  });

  it('says in words what is wrong with a secret, and where', async () => {
    const check = await world.shop.check(read(world.shop, world.wrongForm));
    expect(check).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/\.$/),
      todo: expect.stringMatching(/\.$|\?$/),
    });
    await expect(
      world.shop.find({ by: 'number', number: '#1044' }, read(world.shop, world.wrongForm)),
    ).rejects.toMatchObject({
      kind: 'needs_login',
    });
  });

  it('refuses an empty form with a word for each field', () => {
    const parsed = world.shop.credentials.parse({});
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.errors.every(({ field, message }) => field !== '' && message !== '')).toBe(true);
  });

  it('finds orders by address, telephone number, number and id, the newest first', async () => {
    const find = async (by: Parameters<typeof world.shop.find>[0]) => numbers(await world.shop.find(by, credentials));
    expect(await find({ by: 'email', email: 'dora@mail.test' })).toEqual(['#1045', '#1044']);
    expect(await find({ by: 'phone', phone: '+4915112345678' })).toEqual(['#1044']);
    expect(await find({ by: 'number', number: '#1044' })).toEqual(['#1044']);
    expect(await find({ by: 'number', number: '1044' })).toEqual(['#1044']);
    expect(await find({ by: 'id', id })).toEqual(['#1044']);
    expect(await find({ by: 'email', email: 'nobody@mail.test' })).toEqual([]);
    expect(await find({ by: 'number', number: '" OR email:*' })).toEqual([]);
  });

  it('tells all of an order in the one form', async () => {
    const [order] = await world.shop.find({ by: 'id', id }, credentials);
    expect(order).toMatchObject({
      id,
      number: '#1044',
      placedAt,
      payment: 'paid',
      delivery: 'sent',
      currency: 'EUR',
      email: 'dora@mail.test',
      phone: '+4915112345678',
      items: [{ name: 'Kettle One', quantity: 1 }],
      parcels: [{ carrier: 'DHL', number: '0034', url: 'https://track.example/0034', state: 'sent' }],
    });
    expect(Number(order?.total)).toBe(49.9);
  });

  async function readAll(cursor: Json, since: Date) {
    const read: ShopOrder[] = [];
    let at = cursor;
    for (let page = 0; page < 50; page += 1) {
      const { orders, cursor: next, more } = await world.shop.changed(at, since, credentials);
      read.push(...orders);
      at = next;
      if (!more) break;
    }
    return { read, cursor: at };
  }

  it('reads what changed over many pages, and afterwards only what is new', async () => {
    for (let nth = 0; nth < 130; nth += 1)
      world.sell({
        number: `#${2000 + nth}`,
        price: '1.00',
        placedAt: day(20),
        changedAt: new Date(day(10).getTime() + nth * 60_000),
      });
    const first = await readAll(null, day(90));
    expect(new Set(numbers(first.read)).size).toBe(133);
    world.sell({ number: '#3000', price: '1.00', placedAt: day(0), changedAt: day(0) });
    const second = await readAll(first.cursor, day(90));
    expect(numbers(second.read)).toContain('#3000');
    expect(second.read.length).toBeLessThan(10);
    expect((await readAll(null, day(5))).read.length).toBeLessThan(10);
  });

  it('says for how long it is to be left alone, and when it is down', async () => {
    world.turn('limited');
    const limited = await world.shop.changed(null, day(90), credentials).catch((error: Trouble) => error);
    expect(limited).toMatchObject({ kind: 'limited', afterMs: expect.any(Number) });
    world.turn('down');
    await expect(world.shop.find({ by: 'id', id }, credentials)).rejects.toMatchObject({ kind: 'unavailable' });
    world.turn('well');
    expect(numbers(await world.shop.find({ by: 'id', id }, credentials))).toEqual(['#1044']);
  });

  it('knows its own webhook, and no other', async () => {
    const request = await world.told(id);
    const { webhook } = world.shop;
    const now = new Date();
    expect(webhook.isAuthentic(request, credentials, now)).toBe(true);
    expect(
      webhook.isAuthentic({ ...request, body: Buffer.concat([request.body, Buffer.from(' ')]) }, credentials, now),
    ).toBe(false);
    expect(webhook.isAuthentic(request, read(world.shop, world.wrongForm), now)).toBe(false);
    expect(webhook.isAuthentic({ ...request, headers: {} }, credentials, now)).toBe(false);
    expect(webhook.deliveryOf(request)).toMatch(/^[\w-]{10,}$/);
    const news = webhook.read(request);
    if (news.kind === 'orders') expect(numbers(news.orders)).toEqual(['#1044']);
    else expect(news).toEqual({ kind: 'reread', id });
  });

  it.each([
    '',
    '[]',
    'null',
    '{}',
    '{"id":{}}',
    '{"type":"order.changed","order":{}}',
    '{"type":1}',
    '<xml>',
    '\u0000',
  ])('ignores the rubbish %j and says why', (body) => {
    for (const topic of ['orders/updated', 'products/update', ''])
      expect(world.shop.webhook.read({ headers: { 'x-shopify-topic': topic }, body: Buffer.from(body) })).toMatchObject(
        {
          kind: 'ignored',
          why: expect.stringMatching(/./),
        },
      );
  });
});
