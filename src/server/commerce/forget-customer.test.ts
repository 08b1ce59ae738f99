import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { signatureOf } from '../../commerce/http/signature.ts';
import { endShopEvents, takeShopEvents } from '../../storage/commerce/shop-events.ts';
import type { Database } from '../../storage/database.ts';
import { type CommerceLab, openCommerceLab } from './commerce-lab.fixture.ts';
import { type HttpShop, openHttpShop, SHOP_SECRET } from './http-shop.fixture.ts';

eachDatabase((open) => {
  let db: Database;
  let lab: CommerceLab;
  let shop: HttpShop;
  let shopId: string;
  let webhook: string;
  beforeAll(async () => {
    db = await open();
    [lab, shop] = [await openCommerceLab(db, 'forgotten'), await openHttpShop()];
    const credentials = { url: shop.url, secret: SHOP_SECRET };
    const { body } = await lab.ask('POST', '/api/shops', { kind: 'http', credentials });
    shopId = body.shop.id;
    webhook = new URL(body.shop.webhookUrl).pathname;
    await lab.keep();
  });
  afterAll(async () => {
    await shop.close();
    await lab.close();
  });

  const tell = async (said: object) => {
    const payload = JSON.stringify(said);
    const timestamp = String(Math.trunc(lab.now().getTime() / 1_000));
    const headers = {
      'content-type': 'application/json',
      'x-earshot-timestamp': timestamp,
      'x-earshot-signature': signatureOf(SHOP_SECRET, timestamp, payload),
    };
    expect((await lab.desk.http.inject({ method: 'POST', url: webhook, payload, headers })).statusCode).toBe(200);
  };
  const order = (id: string, email: string) => ({
    id,
    number: `A-${id}`,
    placed_at: lab.now().toISOString(),
    changed_at: lab.now().toISOString(),
    currency: 'EUR',
    total: '10.00',
    customer: { id: `of ${email}`, name: 'Gone Girl', email },
  });
  const all = async (table: 'orders' | 'shop_events') =>
    (
      await sql<{
        text: string;
      }>`select row_to_json(t)::text || ${table === 'orders' ? sql`''` : sql`encode(t.body, 'escape')`} as text
      from ${sql.table(table)} t where workspace_id = ${lab.workspaceId}`.execute(db.read)
    ).rows.map(({ text }) => text);
  const erased = { type: 'customer.erased', email: 'gone@mail.test', customer_id: 'of gone@mail.test' };

  it('who is forgotten stays in no delivery that waits: not in one that is to be read anew', async () => {
    shop.state.isDown = true;
    await tell({ type: 'order.changed', id: '1', customer: { email: 'gone@mail.test' } });
    await lab.keep();
    await tell(erased);
    await lab.keep();
    shop.state.isDown = false;
    expect(await all('shop_events')).toHaveLength(2);
    expect((await all('shop_events')).join()).not.toMatch(/gone@mail/);
  });

  it('nor in one that somebody else is just reading, who does not bring them back; what was bought stays', async () => {
    await tell({ type: 'order.changed', order: order('2', 'gone@mail.test') });
    await tell({ type: 'order.changed', order: order('3', 'other@mail.test') });
    const until = new Date(lab.now().getTime() + 60_000);
    const taken = await db.alone((tx) =>
      takeShopEvents(tx, lab.workspaceId, { shopId, now: lab.now(), until, limit: 9 }),
    );
    expect(taken).toHaveLength(2);
    await tell({ ...erased, again: true });
    await lab.keep();
    const orders = (await all('orders')).join();
    expect(orders).toMatch(/A-2/);
    expect(orders).toMatch(/other@mail/);
    expect(orders + (await all('shop_events')).join()).not.toMatch(/gone@mail/);
    const end = { shopId, deliveries: taken.map(({ delivery }) => delivery), state: 'done', reason: null } as const;
    expect(await db.alone((tx) => endShopEvents(tx, lab.workspaceId, end, lab.now()))).toBe(false);
  });

  it('a shop that is disconnected leaves no delivery to be read', async () => {
    await tell({ type: 'order.changed', order: order('4', 'gone@mail.test') });
    await lab.ask('DELETE', `/api/shops/${shopId}`);
    expect((await all('shop_events')).join()).not.toMatch(/gone@mail/);
  });
});
