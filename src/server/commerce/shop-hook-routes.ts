import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { CareError } from '../../core/errors.ts';
import { keepShopEvent } from '../../storage/commerce/shop-events.ts';
import { readSealedShops } from '../../storage/commerce/shops.ts';
import { tellWorkers } from '../../storage/tell-workers.ts';
import { listWorkspaces } from '../../storage/workspaces.ts';
import type { Deps } from '../deps.ts';

/** Larger than any order, in bytes. */
const MAX_BYTES = 2 * 1024 * 1024;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const because = 'shops sign their requests; who they are is checked on the raw bytes';

type Address = { Params: { workspace: string; shop: string } };

/** Raw bytes, signature, kept, 200 after the commit, and nothing else: what it means is read by a worker. */
export const shopHookRoutes: FastifyPluginAsync<Deps> = async (app, { db, seal, shops, now }) => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_BYTES }, (_request, body, done) =>
    done(null, body),
  );

  app.post<Address>(
    '/webhooks/:workspace/shops/:shop',
    { config: { rule: 'public', because }, bodyLimit: MAX_BYTES, schema: { tags: ['webhooks'] } },
    async (request) => {
      const { workspace: slug, shop: id } = request.params;
      const workspaceId = (await listWorkspaces(db.read)).find((one) => one.slug === slug)?.id;
      const [row] = workspaceId && UUID.test(id) ? await readSealedShops(db.read, workspaceId, id) : [];
      const shop = row && shops.get(row.kind);
      if (!workspaceId || !shop)
        throw new CareError('not_found', 'no_such_webhook', 'No shop of this desk takes webhooks at this address.');
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const raw = { headers: plainHeaders(request), query: {}, body };
      if (!shop.webhook.isAuthentic(raw, seal.open(workspaceId, `shop/${id}`, row.sealed), now()))
        throw new CareError(
          'unauthenticated',
          'bad_signature',
          'The signature does not fit this shop. Check its secret.',
        );
      await db.transaction(async (tx) => {
        if (await keepShopEvent(tx, workspaceId, id, raw, shop.webhook.deliveryOf(raw), now()))
          await tellWorkers(tx, workspaceId);
      });
      return 'ok';
    },
  );
};

/** What says nothing about the event, or is nobody's business, is not stored with it. */
const LEFT_OUT = new Set(['host', 'connection', 'content-length', 'accept-encoding', 'cookie', 'authorization']);

function plainHeaders({ headers }: FastifyRequest): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined && !LEFT_OUT.has(name)) plain[name] = typeof value === 'string' ? value : value.join(', ');
  return plain;
}
