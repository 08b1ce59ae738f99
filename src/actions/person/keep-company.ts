import { visibleInboxes } from '../../core/access/inbox-rights.ts';
import { CareError } from '../../core/errors.ts';
import { isAnybodys, readDomain } from '../../core/person/company.ts';
import { addAudit } from '../../storage/audit.ts';
import type { Database } from '../../storage/database.ts';
import {
  type Company,
  deleteCompany,
  insertCompany,
  lockCompany,
  renameCompany,
  takeInByDomain,
  writeDomains,
} from '../../storage/person/companies.ts';
import { requireEverywhere } from '../require-everywhere.ts';
import type { Principal } from '../who.ts';

export interface CompanyInput {
  readonly name?: string | undefined;
  readonly domains?: readonly string[] | undefined;
}

/** The id comes from the browser: a second try changes nothing. Throws `name_taken`, `not_a_domain`, `domain_taken`. */
export async function makeCompany(
  db: Database,
  who: Principal,
  input: { readonly id: string; readonly name: string; readonly domains: readonly string[] },
  now: Date,
): Promise<Company> {
  const domains = readDomains(input.domains);
  return db.transaction(async (tx) => {
    const isNew = await insertCompany(tx, who.workspaceId, { ...input, by: who.agentId }, now);
    const known = await lockCompany(tx, who.workspaceId, input.id);
    if (!known) throw nameTaken(input.name);
    if (!isNew) return known;
    if (!(await writeDomains(tx, who.workspaceId, input.id, domains))) throw domainTaken();
    const after = { name: known.name, domains };
    await addAudit(tx, who, { act: 'company.made', target: input.id, detail: { before: null, after } }, now);
    return { id: input.id, ...after };
  });
}

/** Throws `no_such_company`, `name_taken`, `not_a_domain`, `domain_taken`. */
export async function changeCompany(
  db: Database,
  who: Principal,
  id: string,
  patch: CompanyInput,
  now: Date,
): Promise<Company> {
  requireEverywhere(who);
  const domains = patch.domains && readDomains(patch.domains);
  return db.transaction(async (tx) => {
    const before = await lockCompany(tx, who.workspaceId, id);
    if (!before) throw noSuchCompany();
    const after = { name: patch.name ?? before.name, domains: domains ?? before.domains };
    if (after.name !== before.name && !(await renameCompany(tx, who.workspaceId, id, after.name)))
      throw nameTaken(after.name);
    if (domains && !(await writeDomains(tx, who.workspaceId, id, domains))) throw domainTaken();
    const detail = { before: { name: before.name, domains: before.domains }, after };
    if (JSON.stringify(detail.before) !== JSON.stringify(after))
      await addAudit(tx, who, { act: 'company.changed', target: id, detail }, now);
    return { id, ...after };
  });
}

/** Throws `no_such_company`. */
export async function removeCompany(db: Database, who: Principal, id: string, now: Date): Promise<void> {
  requireEverywhere(who);
  return db.transaction(async (tx) => {
    const before = await lockCompany(tx, who.workspaceId, id);
    if (!before) throw noSuchCompany();
    await deleteCompany(tx, who.workspaceId, id);
    const detail = { before: { name: before.name, domains: before.domains }, after: null };
    await addAudit(tx, who, { act: 'company.removed', target: id, detail }, now);
  });
}

/** All who write from its domains and belong to none. Throws `no_such_company`. */
export function gatherCompany(
  db: Database,
  who: Principal,
  id: string,
  now: Date,
): Promise<{ readonly people: number }> {
  return db.transaction(async (tx) => {
    if (!(await lockCompany(tx, who.workspaceId, id))) throw noSuchCompany();
    const people = await takeInByDomain(tx, who.workspaceId, id, visibleInboxes(who.inboxes ?? null), who.agentId);
    if (people > 0) await addAudit(tx, who, { act: 'company.gathered', target: id, detail: { people } }, now);
    return { people };
  });
}

function readDomains(texts: readonly string[]): readonly string[] {
  const domains = texts.map((text) => {
    const domain = readDomain(text);
    if (domain === null)
      throw new CareError('invalid', 'not_a_domain', `“${text}” is no domain. Write it as company.com.`, {
        field: 'domains',
      });
    if (isAnybodys(domain))
      throw new CareError('invalid', 'not_a_domain', `Anybody can have an address at ${domain}: it tells no company.`, {
        field: 'domains',
      });
    return domain;
  });
  return [...new Set(domains)].toSorted();
}

export const noSuchCompany = () =>
  new CareError('not_found', 'no_such_company', 'There is no such company (any more).');
const nameTaken = (name: string) =>
  new CareError('conflict', 'name_taken', `There is a company “${name}” already. Take that one or another name.`, {
    field: 'name',
  });
const domainTaken = () =>
  new CareError('conflict', 'domain_taken', 'One of these domains belongs to another company.', { field: 'domains' });
