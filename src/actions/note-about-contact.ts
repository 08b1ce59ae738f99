import { noSuch } from '../core/access/no-such.ts';
import { CareError } from '../core/errors.ts';
import type { ContactId } from '../core/ids.ts';
import { lockContact } from '../storage/contacts/contact.ts';
import {
  type ContactNoteRow,
  deleteContactNote,
  insertContactNote,
  readContactNote,
  updateContactNote,
} from '../storage/contacts/notes.ts';
import type { Database, Tx } from '../storage/database.ts';
import { tellAboutContact } from './tell-about-contact.ts';
import type { Who } from './who.ts';

interface Place {
  readonly contactId: ContactId;
  readonly noteId: string;
}

/** The id comes from the browser: a second try adds nothing. Throws `no_such_contact`, `id_taken`. */
export function addContactNote(
  db: Database,
  who: Who,
  input: Place & { readonly text: string },
  now: Date,
): Promise<ContactNoteRow> {
  return db.transaction(async (tx) => {
    if (!(await lockContact(tx, who.workspaceId, input.contactId))) throw noSuch('contact');
    const note = { id: input.noteId, contactId: input.contactId, text: input.text, by: who.agentId };
    const isNew = await insertContactNote(tx, who.workspaceId, note, now);
    const stored = await readContactNote(tx, who.workspaceId, input.noteId);
    if (!stored || stored.contactId !== input.contactId || stored.authorId !== who.agentId)
      throw new CareError('conflict', 'id_taken', 'This id belongs to another note. Use a new one.');
    if (isNew) await tellAboutContact(tx, who, input.contactId, [], now);
    return stored;
  });
}

/** One's own words only. Throws `no_such_note`, `not_yours`. */
export function changeContactNote(
  db: Database,
  who: Who,
  input: Place & { readonly text: string },
  now: Date,
): Promise<ContactNoteRow> {
  return db.transaction(async (tx) => {
    const note = await ownNote(tx, who, input);
    if (note.text === input.text) return note;
    await updateContactNote(tx, who.workspaceId, input.noteId, input.text, now);
    await tellAboutContact(tx, who, input.contactId, [], now);
    return { ...note, text: input.text, editedAt: now };
  });
}

/** One's own only. Throws `no_such_note`, `not_yours`. */
export function removeContactNote(db: Database, who: Who, input: Place, now: Date): Promise<void> {
  return db.transaction(async (tx) => {
    await ownNote(tx, who, input);
    await deleteContactNote(tx, who.workspaceId, input.noteId);
    await tellAboutContact(tx, who, input.contactId, [], now);
  });
}

async function ownNote(tx: Tx, who: Who, { contactId, noteId }: Place): Promise<ContactNoteRow> {
  // The person is locked before their notes, as everywhere.
  await lockContact(tx, who.workspaceId, contactId);
  const note = await readContactNote(tx, who.workspaceId, noteId);
  if (!note || note.contactId !== contactId)
    throw new CareError('not_found', 'no_such_note', 'There is no such note (any more).');
  if (note.authorId !== who.agentId)
    throw new CareError('forbidden', 'not_yours', 'Only whoever wrote a note can change or remove it.');
  return note;
}
