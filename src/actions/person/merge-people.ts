import { noSuch } from '../../core/access/no-such.ts';
import { CareError } from '../../core/errors.ts';
import type { ContactId } from '../../core/ids.ts';
import { mergedPerson } from '../../core/person/merge.ts';
import { addAudit } from '../../storage/audit.ts';
import type { Database } from '../../storage/database.ts';
import { holdFiling } from '../../storage/ledger.ts';
import {
  insertMerge,
  lockPeople,
  lookAgainAt,
  moveAllOf,
  type PersonRow,
  readMerge,
  writePerson,
} from '../../storage/person/merging.ts';
import { requireRight } from '../require-right.ts';
import { tellAboutContact } from '../tell-about-contact.ts';
import type { Principal } from '../who.ts';

export interface PeopleToMerge {
  /** From the browser: a second try does nothing. */
  readonly id: string;
  readonly into: ContactId;
  readonly from: ContactId;
}

/**
 * Two contacts are one person from now on: doors, conversations and notes of the second are the first one's, and what
 * arrives later comes there too. Only ever by somebody who decided it, and to be taken back at any time.
 * Throws `same_person`, `no_such_contact`, `not_allowed_here`, `merged_already`, `blocked_differs`, `id_taken`.
 */
export async function mergePeople(
  db: Database,
  who: Principal,
  input: PeopleToMerge,
  now: Date,
): Promise<{ readonly id: string }> {
  const { workspaceId } = who;
  const { id, into, from } = input;
  if (into === from) throw new CareError('invalid', 'same_person', 'This is the same person already.');
  return db.transaction(async (tx) => {
    await requireRight(tx, who, 'contact', [into, from], 'answer');
    // Filing knows people by their identities: a batch that was read before must not be written down after.
    await holdFiling(tx, workspaceId);
    const rows = await lockPeople(tx, workspaceId, [into, from]);
    const earlier = await readMerge(tx, workspaceId, id);
    if (earlier) {
      if (earlier.intoId === into && earlier.fromId === from) return { id };
      throw new CareError('conflict', 'id_taken', 'This id belongs to another merge. Use a new one.');
    }
    const target = rowOf(rows, into);
    const source = rowOf(rows, from);
    if ((target.columns.blocked_at === null) !== (source.columns.blocked_at === null))
      throw new CareError(
        'conflict',
        'blocked_differs',
        'One of them is blocked, the other is not. Block or unblock one of them first.',
      );
    const moved = await moveAllOf(tx, workspaceId, from, into);
    await writePerson(tx, workspaceId, into, mergedPerson(target.columns, [source.columns]), null);
    await writePerson(tx, workspaceId, from, source.columns, into);
    const merge = { id, intoId: into, fromId: from, beforeInto: target.columns, beforeFrom: source.columns, moved };
    await insertMerge(tx, workspaceId, { ...merge, by: who.agentId }, now);
    await lookAgainAt(tx, workspaceId, [into]);
    const names = { into: String(target.columns.name), from: String(source.columns.name) };
    // No names: who reads the log may not see the inbox in which these people wrote.
    const detail = { mergeId: id, fromId: from, conversations: moved.conversations.length };
    await addAudit(tx, who, { act: 'contact.merged', target: into, detail }, now);
    await tellAboutContact(tx, who, into, [{ kind: 'contact_merged', detail: names }], now);
    return { id };
  });
}

function rowOf(rows: ReadonlyMap<ContactId, PersonRow>, id: ContactId): PersonRow {
  const row = rows.get(id);
  if (!row) throw noSuch('contact');
  if (row.mergedIntoId)
    throw new CareError('conflict', 'merged_already', 'This person became part of another one. Open that one.', {
      mergedIntoId: row.mergedIntoId,
    });
  return row;
}
