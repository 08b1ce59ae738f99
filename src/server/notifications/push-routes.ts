import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { addPush, removePush } from '../../actions/keep-push.ts';
import { CareError } from '../../core/errors.ts';
import { listSubscriptions } from '../../storage/push/subscriptions.ts';
import { Done } from '../../wire/common.ts';
import { NewPush, PushList, RemovePush } from '../../wire/notifications.ts';
import { isLoopback } from '../config.ts';
import type { Deps } from '../deps.ts';
import { addressProblem } from '../hooks/address-problem.ts';
import { pushKeysOf } from './push-keys.ts';

/** My browsers that are told while no desk is open in them. */
export const pushRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const { db, now, config: settings } = deps;
  const config = { rule: 'signed_in' } as const;
  const tags = ['me'];
  const mayLoopback = isLoopback(new URL(settings.url).hostname);

  app.get('/api/me/push', { config, schema: { tags, response: { 200: PushList } } }, async ({ who }) => {
    const { publicKey } = await pushKeysOf(deps, who.workspaceId, now());
    const rows = who.agentId ? await listSubscriptions(db.read, who.workspaceId, who.agentId) : [];
    return {
      publicKey,
      browsers: rows.map(({ id, endpoint, browser, createdAt, pushedAt }) => ({
        id,
        endpoint,
        browser,
        createdAt: createdAt.toISOString(),
        pushedAt: pushedAt?.toISOString() ?? null,
      })),
    };
  });

  app.post(
    '/api/me/push',
    { config, schema: { tags, body: NewPush, response: { 200: Done } } },
    async ({ who, body }) => {
      // Whoever is signed in names an address that this server will call.
      if (addressProblem(body.endpoint, mayLoopback))
        throw new CareError('invalid', 'bad_address', 'This is not the address of a push service.', {
          field: 'endpoint',
        });
      await addPush(db, who, body, now());
      return { ok: true } as const;
    },
  );

  app.post(
    '/api/me/push/remove',
    { config, schema: { tags, body: RemovePush, response: { 200: Done } } },
    async ({ who, body }) => {
      await removePush(db, who, body);
      return { ok: true } as const;
    },
  );
};
