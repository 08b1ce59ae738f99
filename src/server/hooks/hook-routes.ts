import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  changeHook,
  changeSecret,
  dropHook,
  HOOKS_MOST,
  makeHook,
  noSuchHook,
  replayHook,
  requireWholeHouse,
  testHook,
} from '../../actions/keep-hook.ts';
import { CareError } from '../../core/errors.ts';
import { listDeliveries } from '../../storage/hooks/log.ts';
import { listHooks, readHook } from '../../storage/hooks/rows.ts';
import { Done, Id } from '../../wire/common.ts';
import {
  Hook,
  HookDeliveryList,
  HookDeliveryQuery,
  HookList,
  HookSecret,
  MadeHook,
  NewHook,
  PatchHook,
  Replayed,
  ReplayHook,
} from '../../wire/hooks.ts';
import { isLoopback } from '../config.ts';
import type { Deps } from '../deps.ts';
import { addressProblem } from './address-problem.ts';
import { showDelivery, showHook } from './show.ts';

/** Other programs that are told what happens here. */
export const hookRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const { db, config: settings, now } = deps;
  const config = { rule: { act: 'inboxes.manage' } } as const;
  const tags = ['webhooks'];
  const params = z.object({ id: Id });
  const mayLoopback = isLoopback(new URL(settings.url).hostname);
  const requireAddress = (url: string | undefined) => {
    const problem = url === undefined ? null : addressProblem(url, mayLoopback);
    if (problem) throw new CareError('invalid', 'bad_address', problem, { field: 'url' });
  };

  app.get('/api/hooks', { config, schema: { tags, response: { 200: HookList } } }, async ({ who }) => {
    requireWholeHouse(who);
    return { items: (await listHooks(db.read, who.workspaceId)).map(showHook), most: HOOKS_MOST };
  });

  app.post(
    '/api/hooks',
    { config, schema: { tags, body: NewHook, response: { 201: MadeHook } } },
    async ({ who, body }, reply) => {
      requireAddress(body.url);
      const { hook, secret } = await makeHook(deps, who, body, now());
      reply.status(201);
      return { hook: showHook(hook), secret };
    },
  );

  app.patch(
    '/api/hooks/:id',
    { config, schema: { tags, params, body: PatchHook, response: { 200: Hook } } },
    async ({ who, params: { id }, body }) => {
      requireAddress(body.url);
      return showHook(await changeHook(deps, who, { id, patch: body }, now()));
    },
  );

  app.delete(
    '/api/hooks/:id',
    { config, schema: { tags, params, response: { 200: Done } } },
    async ({ who, params: { id } }) => {
      await dropHook(deps, who, id, now());
      return { ok: true } as const;
    },
  );

  app.post(
    '/api/hooks/:id/secret',
    { config, schema: { tags, params, response: { 200: HookSecret } } },
    async ({ who, params: { id } }) => ({ secret: await changeSecret(deps, who, id, now()) }),
  );

  app.post(
    '/api/hooks/:id/test',
    { config, schema: { tags, params, response: { 200: z.object({ deliveryId: Id }) } } },
    async ({ who, params: { id } }) => ({ deliveryId: await testHook(deps, who, id, now()) }),
  );

  app.get(
    '/api/hooks/:id/deliveries',
    { config, schema: { tags, params, querystring: HookDeliveryQuery, response: { 200: HookDeliveryList } } },
    async ({ who, params: { id }, query: { cursor, state, limit } }) => {
      requireWholeHouse(who);
      if (cursor !== undefined && !/^\d{1,18}$/.test(cursor))
        throw new CareError('invalid', 'bad_cursor', 'This is no cursor of ours. Begin from the top.');
      if (!(await readHook(db.read, who.workspaceId, id))) throw noSuchHook();
      const rows = await listDeliveries(db.read, who.workspaceId, id, {
        before: cursor ?? null,
        state: state ?? null,
        limit: limit + 1,
      });
      const page = rows.slice(0, limit);
      return {
        items: page.map(showDelivery),
        cursor: rows.length > limit ? (page.at(-1)?.position ?? null) : null,
      };
    },
  );

  app.post(
    '/api/hooks/:id/replay',
    { config, schema: { tags, params, body: ReplayHook, response: { 200: Replayed } } },
    async ({ who, params: { id }, body }) => ({
      count: await replayHook(deps, who, { id, deliveryId: body.deliveryId ?? null }, now()),
    }),
  );
};
