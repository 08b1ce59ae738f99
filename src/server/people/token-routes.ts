import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { makeApiToken, renameToken, revokeToken } from '../../actions/make-api-token.ts';
import { scopesWithin } from '../../core/access/hierarchy.ts';
import { listApiTokens } from '../../storage/api-tokens.ts';
import { Done, Id } from '../../wire/common.ts';
import { ApiToken, ApiTokenList, MadeApiToken, NewApiToken, PatchApiToken } from '../../wire/people.ts';
import type { Deps } from '../deps.ts';
import { showApiToken } from './show.ts';

export const tokenRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, now }) => {
  const config = { rule: { act: 'tokens.manage' } } as const;
  const tags = ['tokens'];

  app.get('/api/tokens', { config, schema: { tags, response: { 200: ApiTokenList } } }, async ({ who }) => ({
    items: (await listApiTokens(db.read, who.workspaceId)).map((row) => showApiToken(row, now())),
    scopes: [...scopesWithin(who.acts)],
  }));

  app.post(
    '/api/tokens',
    { config, schema: { tags, body: NewApiToken, response: { 201: MadeApiToken } } },
    async ({ who, body }, reply) => {
      const { token, apiToken } = await makeApiToken(db, who, body, now());
      reply.status(201);
      return { token, apiToken: showApiToken(apiToken, now()) };
    },
  );

  app.patch(
    '/api/tokens/:id',
    { config, schema: { tags, params: z.object({ id: Id }), body: PatchApiToken, response: { 200: ApiToken } } },
    async ({ who, params: { id }, body }) =>
      showApiToken(await renameToken(db, who, { id, name: body.name }, now()), now()),
  );

  app.delete(
    '/api/tokens/:id',
    { config, schema: { tags, params: z.object({ id: Id }), response: { 200: Done } } },
    async ({ who, params: { id } }) => {
      await revokeToken(db, who, id, now());
      return { ok: true } as const;
    },
  );
};
