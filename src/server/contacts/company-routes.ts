import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { changeCompany, gatherCompany, makeCompany, removeCompany } from '../../actions/person/keep-company.ts';
import { visibleInboxes } from '../../core/access/inbox-rights.ts';
import { listCompanies } from '../../storage/person/companies.ts';
import { Done, Id } from '../../wire/common.ts';
import { Company, CompanyList, Gathered, NewCompany, PatchCompany } from '../../wire/persons.ts';
import type { Deps } from '../deps.ts';

const tags = ['contacts'];
const params = z.object({ id: Id });

/** The companies that people write for, told by the domains of their mail. */
export const companyRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, now }) => {
  const reading = { rule: { act: 'contacts.read' } } as const;
  const keeping = { rule: { act: 'contacts.work' } } as const;

  app.get('/api/companies', { config: reading, schema: { tags, response: { 200: CompanyList } } }, async ({ who }) => {
    const items = await listCompanies(db.read, who.workspaceId, visibleInboxes(who.inboxes));
    return { items: items.map(({ domains, ...company }) => ({ ...company, domains: [...domains] })) };
  });
  app.post(
    '/api/companies',
    { config: keeping, schema: { tags, body: NewCompany, response: { 200: Company } } },
    async ({ who, body }) => shown(await makeCompany(db, who, body, now())),
  );
  app.patch(
    '/api/companies/:id',
    { config: keeping, schema: { tags, params, body: PatchCompany, response: { 200: Company } } },
    async ({ who, params, body }) => shown(await changeCompany(db, who, params.id, body, now())),
  );
  app.delete(
    '/api/companies/:id',
    { config: keeping, schema: { tags, params, response: { 200: Done } } },
    async ({ who, params }) => {
      await removeCompany(db, who, params.id, now());
      return { ok: true as const };
    },
  );
  app.post(
    '/api/companies/:id/people',
    { config: keeping, schema: { tags, params, response: { 200: Gathered } } },
    ({ who, params }) => gatherCompany(db, who, params.id, now()),
  );
};

const shown = ({
  id,
  name,
  domains,
}: {
  readonly id: string;
  readonly name: string;
  readonly domains: readonly string[];
}) => ({
  id,
  name,
  domains: [...domains],
});
