import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { dropPolicy, keepPolicy, sortPolicies } from '../../actions/clocks/keep-policy.ts';
import { listPolicies, type PolicyRow } from '../../storage/clocks/policies.ts';
import { NewPolicy, Policy, PolicyList, PutOrder, PutPolicy } from '../../wire/clocks.ts';
import { Done, Id } from '../../wire/common.ts';
import type { Deps } from '../deps.ts';

const tags = ['answer times'];
const params = z.object({ id: Id });

/** How soon customers are answered. */
export const policyRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, now }) => {
  const read = { rule: { act: 'conversations.read' } } as const;
  const config = { rule: { act: 'triage.manage' } } as const;

  app.get(
    '/api/answer-policies',
    { config: read, schema: { tags, response: { 200: PolicyList } } },
    async ({ who }) => ({
      items: (await listPolicies(db.read, who.workspaceId)).map(showPolicy),
    }),
  );
  app.post(
    '/api/answer-policies',
    { config, schema: { tags, body: NewPolicy, response: { 200: Policy } } },
    async ({ who, body: { id, ...body } }) =>
      showPolicy(await keepPolicy(db, who, { ...rowOf(id, body), isNew: true }, now())),
  );
  app.put(
    '/api/answer-policies/:id',
    { config, schema: { tags, params, body: PutPolicy, response: { 200: Policy } } },
    async ({ who, params: { id }, body }) =>
      showPolicy(await keepPolicy(db, who, { ...rowOf(id, body), isNew: false }, now())),
  );
  app.delete(
    '/api/answer-policies/:id',
    { config, schema: { tags, params, response: { 200: Done } } },
    async ({ who, params: { id } }) => {
      await dropPolicy(db, who, id, now());
      return { ok: true } as const;
    },
  );
  app.put(
    '/api/answer-policies-order',
    { config, schema: { tags, body: PutOrder, response: { 200: PolicyList } } },
    async ({ who, body: { ids } }) => ({ items: (await sortPolicies(db, who, ids, now())).map(showPolicy) }),
  );
};

/** Without the targets that are named and say nothing. */
export const rowOf = (id: string, { targets, ...policy }: PutPolicy): PolicyRow => ({
  ...policy,
  id,
  targets: Object.fromEntries(Object.entries(targets).filter(([, target]) => target !== undefined)),
});
const showPolicy = (row: PolicyRow): Policy => JSON.parse(JSON.stringify(row)) as Policy;
