import { afterAll, beforeAll, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { type CommerceLab, openCommerceLab } from './commerce-lab.fixture.ts';
import { type HttpShop, openHttpShop, SHOP_SECRET } from './http-shop.fixture.ts';
import { beginTurns, startShopKeeper } from './shop-keeper.ts';
import { createShopTurns } from './shop-turns.ts';

eachDatabase((open) => {
  let lab: CommerceLab;
  const shops: HttpShop[] = [];
  const ids: string[] = [];
  beforeAll(async () => {
    lab = await openCommerceLab(await open(), 'slow');
    for (const id of ['slow', 'quick']) {
      const shop = await openHttpShop(id);
      shops.push(shop);
      const credentials = { url: shop.url, secret: SHOP_SECRET };
      ids.push((await lab.ask('POST', '/api/shops', { kind: 'http', credentials })).body.shop.id);
    }
    await lab.keep();
  });
  afterAll(async () => {
    for (const shop of shops) await shop.close();
    await lab.close();
  });

  const healthOf = async (name: string) =>
    (await lab.ask('GET', '/api/shops')).body.items.find((one: { name: string }) => one.name === name).health;
  const hold = (shop: HttpShop | undefined) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    if (shop) shop.state.held = promise;
    return resolve;
  };
  const readsOf = (shop: HttpShop | undefined) => shop?.asked.filter(({ path }) => path.endsWith('/orders')).length;

  it('a shop that answers slowly keeps no other waiting, and is not asked again meanwhile', async () => {
    const [slow, quick] = shops;
    const before = shops.map(readsOf);
    const over = hold(slow);
    const turns = createShopTurns(lab.keeper.signal);
    for (let look = 1; look <= 2; look += 1) {
      lab.later(6 * 60_000);
      await beginTurns(lab.keeper, turns, lab.workspaceId);
      await expect.poll(() => turns.busy(), { timeout: 20_000 }).toEqual([ids[0]]);
      expect(readsOf(quick)).toBe((before[1] ?? 0) + look);
    }
    over();
    await turns.settled();
    expect(readsOf(slow)).toBe((before[0] ?? 0) + 1);
  });

  it('no more have a turn at once than there is room for', async () => {
    for (const shop of shops) shop.state.held = null;
    lab.later(60 * 60_000);
    const before = shops.map(readsOf);
    const turns = createShopTurns(lab.keeper.signal, { mostAtOnce: 1 });
    await beginTurns(lab.keeper, turns, lab.workspaceId);
    expect(turns.busy()).toHaveLength(1);
    await beginTurns(lab.keeper, turns, lab.workspaceId);
    expect(turns.busy()).toHaveLength(1);
    await turns.settled();
    await beginTurns(lab.keeper, turns, lab.workspaceId);
    await turns.settled();
    expect(shops.map(readsOf)).toEqual(before.map((one) => (one ?? 0) + 1));
  });

  it('the keeper reads what is due by itself, and stops when the turns under way are over', async () => {
    const [slow, quick] = shops;
    const over = hold(slow);
    lab.later(6 * 60_000);
    const before = shops.map(readsOf);
    const stop = new AbortController();
    const keeper = await startShopKeeper({ ...lab.keeper, signal: stop.signal, shopsEveryMs: 20 });
    for (const [nth, shop] of [slow, quick].entries())
      await expect.poll(() => readsOf(shop), { timeout: 20_000 }).toBe((before[nth] ?? 0) + 1);
    stop.abort();
    const ends: string[] = [];
    const stopped = keeper.stopped.then(() => ends.push('stopped'));
    ends.push('answered');
    over();
    await stopped;
    expect(ends).toEqual(['answered', 'stopped']);
    expect(await healthOf('slow')).toMatchObject({ state: 'connected' });
  });

  it('one that never answers loses its turn, and says so', async () => {
    const over = hold(shops[0]);
    lab.later(6 * 60_000);
    const turns = createShopTurns(lab.keeper.signal, { patienceMs: 50 });
    await beginTurns(lab.keeper, turns, lab.workspaceId);
    await turns.settled();
    expect(await healthOf('slow')).toMatchObject({ state: 'trouble', detail: expect.stringContaining('in time') });
    over();
  });
});
