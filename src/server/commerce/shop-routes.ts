import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { chooseCurrency } from '../../actions/commerce/choose-currency.ts';
import {
  changeShop,
  checkKeptShop,
  checkShop,
  connectShop,
  disconnectShop,
  noSuchShop,
  requireAllInboxes,
} from '../../actions/commerce/connect-shop.ts';
import { readShopForm } from '../../actions/commerce/read-shop-form.ts';
import type { Shop } from '../../core/commerce/shop.ts';
import { CareError } from '../../core/errors.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { knownCurrencies, listShops, readCurrency, readShop } from '../../storage/commerce/shops.ts';
import {
  CheckKeptShop,
  CheckShop,
  MadeShop,
  NewShop,
  PatchShop,
  PutCurrency,
  ShopCheckResult,
  ShopForm,
  ShopKindList,
  ShopList,
} from '../../wire/commerce.ts';
import { Done, Id } from '../../wire/common.ts';
import type { Deps } from '../deps.ts';
import { shopCallbacks } from './shop-callback.ts';
import { showCheck, showKind, showShop } from './show.ts';

const tags = ['shops'];
const params = z.object({ id: Id });
const done = { ok: true } as const;

/** Shops that are connected, for whoever manages inboxes. */
export const shopRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const { db, shops, now } = deps;
  const config = { rule: { act: 'inboxes.manage' } } as const;
  const callbackUrl = shopCallbacks(deps);
  const kindOf = (kind: string): Shop => {
    const shop = shops.get(kind);
    if (!shop) throw new CareError('invalid', 'no_such_kind', `There is no kind of shop “${kind}”.`);
    return shop;
  };
  const rowOf = async (workspaceId: WorkspaceId, id: string) => {
    const row = await readShop(db.read, workspaceId, id);
    if (!row) throw noSuchShop();
    return row;
  };
  const show = async (workspaceId: WorkspaceId, id: string) =>
    showShop(await rowOf(workspaceId, id), await callbackUrl(workspaceId, id));

  app.get('/api/shop-kinds', { config, schema: { tags, response: { 200: ShopKindList } } }, async () => ({
    items: [...shops.values()].map(showKind),
  }));

  app.get('/api/shops', { config, schema: { tags, response: { 200: ShopList } } }, async ({ who }) => {
    requireAllInboxes(who);
    const [rows, currency, currencies] = await Promise.all([
      listShops(db.read, who.workspaceId),
      readCurrency(db.read, who.workspaceId),
      knownCurrencies(db.read, who.workspaceId),
    ]);
    const items = rows.map(async (row) => showShop(row, await callbackUrl(who.workspaceId, row.id)));
    return { items: await Promise.all(items), currency, currencies: [...currencies] };
  });

  app.get(
    '/api/shops/:id/form',
    { config, schema: { tags, params, response: { 200: ShopForm } } },
    async ({ who, params: { id } }) => {
      const row = await rowOf(who.workspaceId, id);
      const { values, secrets, set } = await readShopForm(deps, who, kindOf(row.kind), id);
      return { values: { ...values }, secrets: [...secrets], set };
    },
  );

  app.post(
    '/api/shops/check',
    { config, schema: { tags, body: CheckShop, response: { 200: ShopCheckResult } } },
    async ({ who, body }) => {
      requireAllInboxes(who);
      return showCheck((await checkShop(kindOf(body.kind), body.credentials)).check);
    },
  );
  app.post(
    '/api/shops',
    { config, schema: { tags, body: NewShop, response: { 201: MadeShop } } },
    async ({ who, body }, reply) => {
      const base = await callbackUrl(who.workspaceId, '');
      const { id, detail } = await connectShop(deps, who, kindOf(body.kind), body, (made) => base + made, now());
      reply.status(201);
      return { shop: await show(who.workspaceId, id), detail };
    },
  );
  app.put(
    '/api/shops/currency',
    {
      config,
      schema: { tags, summary: 'In which money orders are added up', body: PutCurrency, response: { 200: Done } },
    },
    async ({ who, body }) => {
      await chooseCurrency(db, who, body.currency, now());
      return done;
    },
  );
  app.patch(
    '/api/shops/:id',
    { config, schema: { tags, params, body: PatchShop, response: { 200: MadeShop } } },
    async ({ who, params: { id }, body }) => {
      const row = await rowOf(who.workspaceId, id);
      const input = { ...body, row, callbackUrl: await callbackUrl(who.workspaceId, id) };
      const { detail } = await changeShop(deps, who, kindOf(row.kind), input, now());
      return { shop: await show(who.workspaceId, id), detail };
    },
  );
  app.post(
    '/api/shops/:id/check',
    { config, schema: { tags, params, body: CheckKeptShop, response: { 200: ShopCheckResult } } },
    async ({ who, params: { id }, body }) => {
      const row = await rowOf(who.workspaceId, id);
      return showCheck((await checkKeptShop(deps, who, kindOf(row.kind), id, body.credentials)).check);
    },
  );
  app.delete(
    '/api/shops/:id',
    { config, schema: { tags, params, response: { 200: Done } } },
    async ({ who, params: { id } }) => {
      const row = await rowOf(who.workspaceId, id);
      await disconnectShop(deps, who, shops.get(row.kind), row, await callbackUrl(who.workspaceId, id), now());
      return done;
    },
  );
};
