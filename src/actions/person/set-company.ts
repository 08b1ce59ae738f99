import type { ContactId } from '../../core/ids.ts';
import type { Database } from '../../storage/database.ts';
import { writeCompany } from '../../storage/person/about-person.ts';
import { lockCompany } from '../../storage/person/companies.ts';
import { tellAboutContact } from '../tell-about-contact.ts';
import type { Who } from '../who.ts';
import { noSuchCompany } from './keep-company.ts';
import { loadPerson } from './load-person.ts';

/** Null: to none. Throws `no_such_contact`, `no_such_company`. */
export function setCompany(db: Database, who: Who, id: ContactId, companyId: string | null, now: Date): Promise<void> {
  return db.transaction(async (tx) => {
    const before = await loadPerson(tx, who, id);
    if (before.companyId === companyId) return;
    const company = companyId === null ? null : await lockCompany(tx, who.workspaceId, companyId);
    if (companyId !== null && !company) throw noSuchCompany();
    await writeCompany(tx, who.workspaceId, id, companyId, who.agentId);
    const happened = company
      ? { kind: 'contact_company', detail: { name: company.name } }
      : { kind: 'contact_no_company' };
    await tellAboutContact(tx, who, id, [happened], now);
  });
}
