import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { Database } from '../../storage/database.ts';
import { addInboxRow } from '../work/talk.fixture.ts';
import { type CommerceLab, FORM, openCommerceLab } from './commerce-lab.fixture.ts';

const DAY = 86_400_000;

eachDatabase((open) => {
  let db: Database;
  let lab: CommerceLab;
  let shopId: string;
  const items = [{ name: 'Kettle One', price: '50.00' }];
  const ago = (days: number) => new Date(lab.now().getTime() - days * DAY);

  beforeAll(async () => {
    db = await open();
    lab = await openCommerceLab(db, 'bought');
    lab.network.sell({
      name: '#1044',
      email: 'dora@mail.test',
      createdAt: ago(30),
      updatedAt: ago(29),
      items,
      buyer: 'Dora Lind',
    });
    lab.network.sell({
      name: '#1045',
      email: 'dora@mail.test',
      createdAt: ago(10),
      updatedAt: ago(9),
      items,
      refunded: '20.00',
      financial: 'PARTIALLY_REFUNDED',
    });
    lab.network.sell({
      name: '#1046',
      email: 'dora@mail.test',
      createdAt: ago(5),
      updatedAt: ago(4),
      items,
      cancelledAt: ago(4),
    });
    lab.network.sell({
      name: '#1047',
      email: 'dora@mail.test',
      createdAt: ago(8),
      updatedAt: ago(8),
      items,
      currency: 'SEK',
    });
    lab.network.sell({ name: '#1048', phone: '+46701234567', createdAt: ago(7), updatedAt: ago(7), items });
    lab.network.sell({ name: '#1049', email: 'uwe@mail.test', createdAt: ago(6), updatedAt: ago(6), items });
    lab.network.sell({ name: '#900', email: 'dora@mail.test', createdAt: ago(400), updatedAt: ago(390), items });
  });
  afterAll(() => lab.close());

  describe('a shop', () => {
    it('is tested, connected once, and its secret is never given back', async () => {
      expect(
        (await lab.ask('POST', '/api/shops/check', { kind: 'shopify', credentials: { ...FORM, clientSecret: 'x' } }))
          .body,
      ).toMatchObject({ ok: false });
      expect(
        (await lab.ask('POST', '/api/shops', { kind: 'shopify', credentials: { ...FORM, clientSecret: 'x' } })).body,
      ).toMatchObject({ code: 'shop_refused' });
      expect((await lab.ask('POST', '/api/shops', { kind: 'bazaar', credentials: {} })).body).toMatchObject({
        code: 'no_such_kind',
      });
      const made = await lab.connect();
      expect(made.status).toBe(201);
      shopId = made.body.shop.id;
      expect((await lab.connect()).body).toMatchObject({ code: 'already_connected' });
      const { body } = await lab.ask('GET', '/api/shops');
      expect(body).toMatchObject({
        currency: 'EUR',
        items: [{ name: 'Kettle', health: { state: 'connected', syncedAt: null } }],
      });
      expect(JSON.stringify(body)).not.toContain('"secret"');
      const { rows } =
        await sql`select encode(credentials, 'escape') as text from shops where workspace_id = ${lab.workspaceId}`.execute(
          db.read,
        );
      expect(JSON.stringify(rows)).not.toContain(FORM.clientId);
    });

    it('is read back, matched to who is known and to who becomes known, and added up', async () => {
      const dora = await lab.writes('Dora', { email: 'dora@mail.test' });
      await lab.keep();
      // 50, 50 less 20 given back; the cancelled one is no purchase, the Swedish one is another money.
      expect(await lab.sums(dora.contactId)).toMatchObject({ count: 3, value: '80.00', last: ago(8) });
      expect(await lab.isDue(dora.conversationId)).toBe(true);
      const beside = await lab.beside(dora.conversationId);
      expect(beside.orders.map(({ number }: { number: string }) => number)).toEqual([
        '#1046',
        '#1047',
        '#1045',
        '#1044',
      ]);
      expect(beside.orders[3]).toMatchObject({
        state: 'open',
        total: '50.0',
        match: { by: 'email', what: 'dora@mail.test' },
      });
      expect(beside.orders[0]).toMatchObject({ state: 'cancelled' });
      expect(beside.sums).toEqual([
        { currency: 'EUR', count: 2, value: '80.0' },
        { currency: 'SEK', count: 1, value: '50.0' },
      ]);
      const story = await lab.ask('GET', `/api/contacts/${dora.contactId}/story?kind=order`);
      expect(story.body.items).toMatchObject([
        { kind: 'order', text: '#1046', amount: '50.0' },
        { text: '#1047', amount: '50.0', currency: 'SEK' },
        { text: '#1045', currency: 'EUR' },
        { text: '#1044', amount: '50.0', currency: 'EUR' },
      ]);
      const ida = await lab.writes('Ida', { whatsapp: '46701234567' });
      const uwe = await lab.writes('Uwe', { email: 'uwe@mail.test' });
      await lab.keep();
      expect(await lab.sums(ida.contactId)).toMatchObject({ count: 1, value: '50.00' });
      expect(await lab.sums(uwe.contactId)).toMatchObject({ count: 1 });
      expect((await lab.ask('GET', '/api/shops')).body.items[0].health).toMatchObject({ orders: 6, unmatched: 0 });
    });

    it('is asked for what is older, by the number or by all that is known of the person', async () => {
      const { conversationId } = await lab.writes('Somebody', {}, 'Where is my order 900? And #1049?');
      const before = await lab.beside(conversationId);
      expect(before.mentioned).toMatchObject([
        { number: '900', orders: [] },
        { number: '#1049', orders: [{ number: '#1049' }] },
      ]);
      const found = await lab.ask('POST', `/api/conversations/${conversationId}/orders/find`, { number: '900' });
      expect(found.body).toMatchObject({ orders: [{ number: '#900' }], troubles: [] });
      expect((await lab.ask('POST', `/api/conversations/${conversationId}/orders/find`, {})).body).toMatchObject({
        code: 'unknown_to_shops',
      });
      expect((await lab.beside(conversationId)).mentioned[0].orders).toMatchObject([{ number: '#900' }]);
    });

    it('follows who becomes one with somebody else, and who is split off again', async () => {
      const [one, other] = [await lab.writes('One', { email: 'one@mail.test' }), await lab.writes('Other', {})];
      lab.network.sell({ name: '#1060', email: 'one@mail.test', createdAt: ago(1), items });
      await lab.network.settled();
      await lab.keep();
      expect(await lab.sums(one.contactId)).toMatchObject({ count: 1 });
      const move = (from: string, to: string) =>
        db.alone((tx) =>
          sql`update identities set contact_id = ${to} where workspace_id = ${lab.workspaceId} and contact_id = ${from} and channel = 'email'`.execute(
            tx,
          ),
        );
      await move(one.contactId, other.contactId);
      await lab.keep();
      expect(await lab.sums(one.contactId)).toMatchObject({ count: null, value: null, last: null });
      expect(await lab.sums(other.contactId)).toMatchObject({ count: 1, value: '50.00' });
      await move(other.contactId, one.contactId);
      await lab.keep();
      expect(await lab.sums(one.contactId)).toMatchObject({ count: 1 });
    });
  });

  describe('an order', () => {
    it('is linked by hand, stays so, and is told in the timeline; taken away, nothing matches it again', async () => {
      lab.network.sell({ name: '#1070', email: 'sister@mail.test', createdAt: ago(1), items });
      await lab.network.settled();
      await lab.keep();
      const { conversationId, contactId } = await lab.writes('Brother', {}, 'My sister ordered #1070 for me');
      const [{ orders }] = (await lab.beside(conversationId)).mentioned;
      const url = `/api/conversations/${conversationId}/orders/${orders[0].id}`;
      for (let turn = 0; turn < 2; turn += 1) expect((await lab.ask('PUT', url)).status).toBe(200);
      expect(await lab.sums(contactId)).toMatchObject({ count: 1, value: '50.00' });
      await lab.writes('Sister', { email: 'sister@mail.test' });
      await lab.keep();
      expect((await lab.beside(conversationId)).orders).toMatchObject([
        { number: '#1070', match: { by: 'hand', what: 'owner 1' } },
      ]);
      const other = await lab.writes('Other', {}, '#1070');
      expect(
        (await lab.ask('PUT', `/api/conversations/${other.conversationId}/orders/${orders[0].id}`)).body,
      ).toMatchObject({ code: 'order_of_another' });
      for (let turn = 0; turn < 2; turn += 1) expect((await lab.ask('DELETE', url)).status).toBe(200);
      lab.network.sell({ name: '#1070', email: 'sister@mail.test', createdAt: ago(1), items });
      await lab.network.settled();
      await lab.keep();
      expect(await lab.sums(contactId)).toMatchObject({ count: null });
      const { timeline } = (await lab.ask('GET', `/api/conversations/${conversationId}`)).body;
      expect(timeline.map(({ kind }: { kind: string }) => kind)).toEqual(['order_linked', 'order_unlinked']);
    });

    it('of a person whom somebody may not see is not there for them', async () => {
      const closed = await addInboxRow(db, lab.workspaceId);
      await lab.writes('Secret', { email: 'secret@mail.test' }, 'Hi', closed);
      lab.network.sell({ name: '#1080', email: 'secret@mail.test', createdAt: ago(1), items });
      await lab.network.settled();
      await lab.keep();
      await db.alone((tx) =>
        sql`update inboxes set is_restricted = true where workspace_id = ${lab.workspaceId} and id = ${closed}`.execute(
          tx,
        ),
      );
      const { headers } = await lab.desk.signIn(lab.workspaceId, 'agent');
      const { conversationId } = await lab.writes('Curious', {}, 'What is in #1080?');
      expect((await lab.beside(conversationId)).mentioned).toMatchObject([{ orders: [{ number: '#1080' }] }]);
      const [{ orders }] = (await lab.beside(conversationId)).mentioned;
      expect((await lab.beside(conversationId, headers)).mentioned).toMatchObject([{ number: '#1080', orders: [] }]);
      const find = await lab.ask(
        'POST',
        `/api/conversations/${conversationId}/orders/find`,
        { number: '#1080' },
        headers,
      );
      expect(find.body).toEqual({ orders: [], troubles: [] });
      const link = await lab.ask(
        'PUT',
        `/api/conversations/${conversationId}/orders/${orders[0].id}`,
        undefined,
        headers,
      );
      expect(link.body).toMatchObject({ code: 'no_such_order' });
      // Whoever sees only some inboxes decides nothing about shops, whatever else they may.
      const elsewhere = await openCommerceLab(db, 'elsewhere');
      const theirs = await elsewhere.writes('Theirs', {}, 'x');
      expect(
        (await elsewhere.ask('PUT', `/api/conversations/${theirs.conversationId}/orders/${orders[0].id}`)).body,
      ).toMatchObject({ code: 'no_such_order' });
      expect((await elsewhere.ask('PATCH', `/api/shops/${shopId}`, { name: 'Mine' })).body).toMatchObject({
        code: 'no_such_shop',
      });
      await elsewhere.close();
    });
  });

  it('sums are made in another money when somebody chooses it', async () => {
    expect((await lab.ask('PUT', '/api/shops/currency', { currency: 'JPY' })).body).toMatchObject({
      code: 'unknown_currency',
    });
    const { rows } = await sql<{
      id: string;
    }>`select contact_id as id from orders where workspace_id = ${lab.workspaceId} and currency = 'SEK'`.execute(
      db.read,
    );
    expect((await lab.ask('PUT', '/api/shops/currency', { currency: 'SEK' })).status).toBe(200);
    expect(await lab.sums(rows[0]?.id as never)).toMatchObject({ value: '50.00' });
    await lab.ask('PUT', '/api/shops/currency', { currency: 'EUR' });
  });

  it('a shop that lets us ask no more is read on where it stopped; one whose token ends says so; a disconnected one is forgotten', async () => {
    lab.network.faults.rateLimit = 1;
    lab.later(6 * 60_000);
    await lab.keep();
    lab.network.faults.rateLimit = 0;
    const health = async () => (await lab.ask('GET', '/api/shops')).body.items[0].health;
    expect(await health()).toMatchObject({ state: 'connected' });
    lab.network.faults.isTokenRevoked = true;
    lab.later(6 * 60_000);
    await lab.keep();
    expect(await health()).toMatchObject({ state: 'needs_login', detail: expect.stringContaining('token') });
    lab.network.faults.isTokenRevoked = false;
    expect(
      (await lab.ask('PATCH', `/api/shops/${shopId}`, { name: 'Kettles', credentials: {} })).body.shop,
    ).toMatchObject({ name: 'Kettles', health: { state: 'connected' } });
    expect((await lab.ask('DELETE', `/api/shops/${shopId}`)).status).toBe(200);
    expect(lab.network.subscribed()).toEqual([]);
    expect((await lab.ask('DELETE', `/api/shops/${shopId}`)).body).toMatchObject({ code: 'no_such_shop' });
    expect((await lab.ask('GET', '/api/shops')).body.items).toEqual([]);
    expect((await lab.connect()).body.shop.id).toBe(shopId);
  });
});
