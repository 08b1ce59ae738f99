import { noSuch } from '../../core/access/no-such.ts';
import type { ContactId } from '../../core/ids.ts';
import type { Tx } from '../../storage/database.ts';
import { lockPerson, type PersonNow } from '../../storage/person/about-person.ts';
import type { Who } from '../who.ts';

/** Locked until the transaction ends. Throws `no_such_contact`, for whoever became part of another, too. */
export async function loadPerson(tx: Tx, { workspaceId }: Who, id: ContactId): Promise<PersonNow> {
  const person = await lockPerson(tx, workspaceId, id);
  if (!person) throw noSuch('contact');
  return person;
}
