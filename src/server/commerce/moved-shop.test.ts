import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { type Desk, openDesk } from '../test/desk.fixture.ts';
import { asker } from '../work/talk.fixture.ts';

const SECRET = 'a-secret-that-is-long-enough-for-both-sides';

/** A shop of one's own; all that it was asked with. */
async function openShop() {
  const asked: IncomingMessage['headers'][] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request.headers);
    response.end(JSON.stringify({ id: 'kettle', name: 'Kettle', currency: 'EUR' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { asked, server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/earshot` };
}

eachDatabase((open) => {
  let desk: Desk;
  let here: Awaited<ReturnType<typeof openShop>>;
  let there: Awaited<ReturnType<typeof openShop>>;
  beforeEach(async () => {
    desk = await openDesk(await open());
    [here, there] = [await openShop(), await openShop()];
  });
  afterEach(async () => {
    for (const { server } of [here, there]) await new Promise((resolve) => server.close(resolve));
    await desk.close();
  });

  it('a shop that moves to another address is given its secret anew, and the kept one goes nowhere else', async () => {
    const ask = asker(desk, (await desk.signIn(await desk.makeWorkspace('moved'), 'owner')).headers);
    const credentials = { url: here.url, secret: SECRET };
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
    const anew = { url: there.url, secret: `${SECRET}-again` };
    expect((await ask('PATCH', url, { credentials: anew })).status).toBe(200);
    expect(there.asked.length).toBeGreaterThan(0);
  });
});
