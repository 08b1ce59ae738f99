import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { changeSecurityPolicy } from '../../actions/change-security-policy.ts';
import { addProvider, changeProvider, noSuchProvider, removeProvider } from '../../actions/keep-oidc-provider.ts';
import { listOidcProviders, type OidcProviderRow, readOidcProvider } from '../../storage/sign-in/oidc.ts';
import { readPolicy } from '../../storage/sign-in/policy.ts';
import { Done, Id } from '../../wire/common.ts';
import {
  NewOidcProvider,
  OidcProvider,
  OidcProviderList,
  PatchOidcProvider,
  PatchSecurityPolicy,
  SecurityPolicy,
} from '../../wire/security.ts';
import type { Deps } from '../deps.ts';
import { discover, inWords, type ProviderAccess, reachOf } from '../sign-in/oidc-client.ts';
import { OIDC_CALLBACK } from './oidc-routes.ts';

const tags = ['security'];
const params = z.object({ id: Id });

export const securityRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const { config: settings, db, now } = deps;
  const config = { rule: { act: 'security.manage' } } as const;

  app.get('/api/security/policy', { config, schema: { tags, response: { 200: SecurityPolicy } } }, ({ who }) =>
    readPolicy(db.read, who.workspaceId),
  );
  app.patch(
    '/api/security/policy',
    { config, schema: { tags, body: PatchSecurityPolicy, response: { 200: SecurityPolicy } } },
    ({ who, body }) => changeSecurityPolicy(db, who, body, now()),
  );

  app.get('/api/security/oidc', { config, schema: { tags, response: { 200: OidcProviderList } } }, async ({ who }) => ({
    items: (await listOidcProviders(db.read, who.workspaceId)).map(show),
  }));
  app.post(
    '/api/security/oidc',
    { config, schema: { tags, body: NewOidcProvider, response: { 201: OidcProvider } } },
    async ({ who, body }, reply) => {
      const issuer = await checked(body);
      reply.status(201);
      return show(await addProvider(deps, who, { ...body, issuer }, now()));
    },
  );
  app.patch(
    '/api/security/oidc/:id',
    { config, schema: { tags, params, body: PatchOidcProvider, response: { 200: OidcProvider } } },
    async ({ who, params: { id }, body }) => {
      const was = await readOidcProvider(db.read, who.workspaceId, id);
      if (!was) throw noSuchProvider();
      const isElsewhere = body.issuer !== undefined && body.issuer !== was.issuer;
      // The secret belongs to the provider it was made at: another one must not be told it.
      const kept = isElsewhere ? { clientSecret: body.clientSecret ?? '' } : {};
      const issuer = isElsewhere
        ? await checked({ issuer: body.issuer ?? was.issuer, clientId: body.clientId ?? was.clientId })
        : undefined;
      return show(await changeProvider(deps, who, { id, patch: { ...body, ...kept, issuer } }, now()));
    },
  );
  app.delete(
    '/api/security/oidc/:id',
    { config, schema: { tags, params, response: { 200: Done } } },
    async ({ who, params: { id } }) => {
      await removeProvider(db, who, id, now());
      return { ok: true } as const;
    },
  );

  /** What the issuer calls itself: that is what its tokens will say. */
  async function checked({ issuer, clientId }: Pick<ProviderAccess, 'issuer' | 'clientId'>): Promise<string> {
    const access = { issuer, clientId, clientSecret: null };
    const found = await discover(access, reachOf(settings)).catch((error: unknown) => {
      throw inWords(error, issuer);
    });
    return found.serverMetadata().issuer;
  }

  const show = (row: OidcProviderRow): OidcProvider => ({
    id: row.id,
    name: row.name,
    issuer: row.issuer,
    clientId: row.clientId,
    hasSecret: row.clientSecret !== null,
    redirectUri: settings.url + OIDC_CALLBACK,
    mayJoin: row.mayJoin,
    domains: [...row.domains],
    isEnabled: row.isEnabled,
  });
};
