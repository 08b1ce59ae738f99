import { afterEach, beforeEach, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { type Desk, openDesk } from '../test/desk.fixture.ts';
import { asker } from '../work/talk.fixture.ts';
import { type HttpShop, openHttpShop, SHOP_SECRET } from './http-shop.fixture.ts';

eachDatabase((open) => {
  let desk: Desk;
  let here: HttpShop;
  let there: HttpShop;
  beforeEach(async () => {
    desk = await openDesk(await open());
    [here, there] = [await openHttpShop(), await openHttpShop()];
  });
  afterEach(async () => {
    for (const shop of [here, there]) await shop.close();
    await desk.close();
  });

  it('a shop that moves to another address is given its secret anew, and the kept one goes nowhere else', async () => {
    const ask = asker(desk, (await desk.signIn(await desk.makeWorkspace('moved'), 'owner')).headers);
    const credentials = { url: here.url, secret: SHOP_SECRET };
    const made = await ask('POST', '/api/shops', { kind: 'http', credentials });
    expect(made.status).toBe(201);
    const url = `/api/shops/${made.body.shop.id}`;
    for (const secret of [undefined, '']) {
      const moved = { credentials: { url: there.url, secret } };
      expect((await ask('POST', `${url}/check`, moved)).body).toMatchObject({ ok: false, field: 'secret' });
      expect(await ask('PATCH', url, moved)).toMatchObject({ status: 400, body: { details: { field: 'secret' } } });
    }
    expect(there.asked).toEqual([]);
    // Below the same origin it is the same program.
    expect((await ask('PATCH', url, { credentials: { url: `${here.url}/v2` } })).status).toBe(200);
    const anew = { url: there.url, secret: `${SHOP_SECRET}-again` };
    expect((await ask('PATCH', url, { credentials: anew })).status).toBe(200);
    expect(there.asked.length).toBeGreaterThan(0);
  });
});
