import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { makeApiToken, revokeToken } from '../../actions/make-api-token.ts';
import { scopesWithin } from '../../core/access/hierarchy.ts';
import { listApiTokens } from '../../storage/api-tokens.ts';
import { listAudit } from '../../storage/audit.ts';
import { Done, Id } from '../../wire/common.ts';
import { ApiTokenList, AuditPage, AuditQuery, MadeApiToken, NewApiToken } from '../../wire/people.ts';
import type { Deps } from '../deps.ts';
import { showApiToken } from './show.ts';

export const tokenRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, now }) => {
  const config = { rule: { act: 'tokens.manage' } } as const;
  const tags = ['tokens'];

  app.get('/api/tokens', { config, schema: { tags, response: { 200: ApiTokenList } } }, async ({ who }) => ({
    items: (await listApiTokens(db.read, who.workspaceId)).map(showApiToken),
    scopes: [...scopesWithin(who.acts)],
  }));

  app.post(
    '/api/tokens',
    { config, schema: { tags, body: NewApiToken, response: { 201: MadeApiToken } } },
    async ({ who, body }, reply) => {
      const { token, apiToken } = await makeApiToken(db, who, body, now());
      reply.status(201);
      return { token, apiToken: showApiToken(apiToken) };
    },
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

export const auditRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  app.get(
    '/api/audit',
    {
      config: { rule: { act: 'audit.read' } },
      schema: { tags: ['audit'], querystring: AuditQuery, response: { 200: AuditPage } },
    },
    async ({ who, query }) => {
      const rows = await listAudit(db.read, who.workspaceId, query);
      const items = rows.map((row) => ({ ...row, at: row.at.toISOString() }));
      return { items, before: rows.length === query.limit ? (rows.at(-1)?.id ?? null) : null };
    },
  );
};
