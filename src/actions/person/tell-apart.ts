import { noSuch } from '../../core/access/no-such.ts';
import { CareError } from '../../core/errors.ts';
import type { ContactId } from '../../core/ids.ts';
import { addAudit } from '../../storage/audit.ts';
import type { Database } from '../../storage/database.ts';
import { forgetApart, tellApart as keepApart } from '../../storage/person/candidates.ts';
import { lockPeople } from '../../storage/person/merging.ts';
import { requireRight } from '../require-right.ts';
import { tellAboutContact } from '../tell-about-contact.ts';
import type { Principal } from '../who.ts';

/** Two people whom nobody is asked about again; `isApart: false` takes it back. Throws `same_person`, `no_such_contact`. */
export async function tellApart(
  db: Database,
  who: Principal,
  input: { readonly contactId: ContactId; readonly other: ContactId; readonly isApart: boolean },
  now: Date,
): Promise<void> {
  const { contactId, other, isApart } = input;
  if (contactId === other) throw new CareError('invalid', 'same_person', 'This is the same person.');
  return db.transaction(async (tx) => {
    await requireRight(tx, who, 'contact', [contactId, other], 'answer');
    if ((await lockPeople(tx, who.workspaceId, [contactId, other])).size < 2) throw noSuch('contact');
    const pair = [contactId, other] as const;
    const isNew = isApart
      ? await keepApart(tx, who.workspaceId, pair, who.agentId, now)
      : await forgetApart(tx, who.workspaceId, pair);
    if (!isNew) return;
    const act = isApart ? 'contact.told_apart' : 'contact.not_told_apart';
    await addAudit(tx, who, { act, target: contactId, detail: { other } }, now);
    await tellAboutContact(tx, who, contactId, [], now);
  });
}
