import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { Database } from '../../storage/database.ts';
import { type CommerceLab, openCommerceLab } from './commerce-lab.fixture.ts';

const DAY = 86_400_000;

eachDatabase((open) => {
  let db: Database;
  let lab: CommerceLab;
  let webhook: string;
  const items = [{ name: 'Kettle One', price: '50.00' }];
  const ago = (days: number) => new Date(lab.now().getTime() - days * DAY);

  beforeAll(async () => {
    db = await open();
    lab = await openCommerceLab(db, 'bought');
    lab.network.sell({ name: '#1044', email: 'dora@mail.test', createdAt: ago(30), updatedAt: ago(29), items });
    webhook = new URL((await lab.connect()).body.shop.webhookUrl).pathname;
    await lab.keep();
  });
  afterAll(() => lab.close());

  const post = (body: string, headers: Record<string, string> = {}) =>
    lab.desk.http.inject({
      method: 'POST',
      url: webhook,
      payload: body,
      headers: { 'content-type': 'application/json', ...signed(body), ...headers },
    });
  const signed = (body: string, id = 'delivery-1') => ({
    'x-shopify-topic': 'orders/updated',
    'x-shopify-shop-domain': 'kettle.myshopify.com',
    'x-shopify-webhook-id': id,
    'x-shopify-hmac-sha256': createHmac('sha256', 'secret').update(body).digest('base64'),
  });
  const events = async () =>
    (
      await sql<{
        state: string;
        reason: string | null;
      }>`select state, reason from shop_events where workspace_id = ${lab.workspaceId} order by position`.execute(
        db.read,
      )
    ).rows;

  it('a webhook brings what is new without waiting for the next look', async () => {
    expect(lab.network.subscribed().length).toBeGreaterThan(4);
    const before = (await events()).length;
    lab.network.sell({
      name: '#1050',
      email: 'dora@mail.test',
      createdAt: ago(0),
      items,
      parcel: { company: 'DHL', number: '1', status: 'DELAYED' },
    });
    await lab.network.settled();
    await lab.keep();
    const { contactId, conversationId } = await lab.writes('Nobody', {}, '#1050');
    expect((await lab.beside(conversationId)).mentioned).toMatchObject([
      { orders: [{ number: '#1050', state: 'trouble' }] },
    ]);
    expect((await events()).slice(before)).toEqual([{ state: 'done', reason: null }]);
    expect(await lab.sums(contactId)).toMatchObject({ count: null });
  });

  it('a webhook that comes twice is one; that was tampered with is none', async () => {
    const before = (await events()).length;
    const body = '{"id":5500000000001}';
    for (let turn = 0; turn < 2; turn += 1) expect((await post(body)).statusCode).toBe(200);
    expect((await events()).length).toBe(before + 1);
    expect((await post(`${body} `, signed(body))).statusCode).toBe(401);
    expect((await post(body, { 'x-shopify-hmac-sha256': '' })).statusCode).toBe(401);
    expect((await post(body, { 'x-shopify-shop-domain': 'other.myshopify.com' })).statusCode).toBe(401);
    expect(
      (await lab.desk.http.inject({ method: 'POST', url: webhook.replace('bought', 'nowhere'), payload: body }))
        .statusCode,
    ).toBe(404);
    expect((await lab.desk.http.inject({ method: 'POST', url: `${webhook}x`, payload: body })).statusCode).toBe(404);
    expect((await events()).length).toBe(before + 1);
  });

  it('a webhook that says nothing is ignored with its reason; one whose shop is down waits and comes in later', async () => {
    await post('rubbish', signed('rubbish', 'delivery-2'));
    await lab.keep();
    expect((await events()).at(-1)).toMatchObject({ state: 'ignored', reason: expect.stringContaining('JSON') });
    lab.network.sell({ name: '#1051', email: 'uwe@mail.test', createdAt: ago(0), items });
    await lab.network.settled();
    lab.network.faults.failBefore = 1;
    await lab.keep();
    expect((await events()).at(-1)).toMatchObject({ state: 'waiting', reason: expect.stringContaining('503') });
    lab.network.faults.failBefore = 0;
    lab.later(60_000);
    await lab.keep();
    expect((await events()).at(-1)).toMatchObject({ state: 'done' });
  });

  it('a webhook that was lost is made up for by the next comparison', async () => {
    lab.network.faults.isSilent = true;
    lab.network.sell({ name: '#1052', email: 'uwe@mail.test', createdAt: ago(0), items });
    await lab.network.settled();
    lab.network.faults.isSilent = false;
    lab.later(6 * 60_000);
    await lab.keep();
    const { conversationId } = await lab.writes('Nobody', {}, '#1052');
    expect((await lab.beside(conversationId)).mentioned).toMatchObject([{ orders: [{ number: '#1052' }] }]);
  });

  it('a webhook of a customer who wants to be forgotten takes them out of every order', async () => {
    lab.network.sell({ name: '#1053', email: 'gone@mail.test', createdAt: ago(0), items, buyer: 'Gone Girl' });
    await lab.network.settled();
    await lab.keep();
    const body = JSON.stringify({ customer: { email: 'gone@mail.test' } });
    await post(body, { ...signed(body, 'delivery-3'), 'x-shopify-topic': 'customers/redact' });
    await lab.keep();
    const { rows } = await sql`select row_to_json(o)::text as row from orders o where workspace_id = ${lab.workspaceId}
      union all select encode(body, 'escape') from shop_events where workspace_id = ${lab.workspaceId}`.execute(
      db.read,
    );
    expect(JSON.stringify(rows)).not.toMatch(/gone@mail|Gone Girl/);
  });
});
