import type { ContactId } from '../../core/ids.ts';
import { addAudit } from '../../storage/audit.ts';
import type { Database } from '../../storage/database.ts';
import { writeVip } from '../../storage/person/about-person.ts';
import { tellAboutContact } from '../tell-about-contact.ts';
import type { Principal } from '../who.ts';
import { loadPerson } from './load-person.ts';

/** What a VIP writes stands higher. Throws `no_such_contact`. */
export function setVip(db: Database, who: Principal, id: ContactId, isVip: boolean, now: Date): Promise<void> {
  return db.transaction(async (tx) => {
    const before = await loadPerson(tx, who, id);
    if (before.isVip === isVip) return;
    await writeVip(tx, who.workspaceId, id, who.agentId, isVip ? now : null);
    const kind = isVip ? 'contact_vip' : 'contact_no_vip';
    const detail = { before: before.isVip, after: isVip };
    await addAudit(tx, who, { act: isVip ? 'contact.vip' : 'contact.no_vip', target: id, detail }, now);
    await tellAboutContact(tx, who, id, [{ kind }], now);
  });
}
