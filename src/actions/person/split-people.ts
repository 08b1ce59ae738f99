import { noSuch } from '../../core/access/no-such.ts';
import { CareError } from '../../core/errors.ts';
import type { ContactId } from '../../core/ids.ts';
import { givenBack, mergedPerson, type PersonColumns } from '../../core/person/merge.ts';
import { addAudit } from '../../storage/audit.ts';
import type { Database, Tx } from '../../storage/database.ts';
import { holdFiling } from '../../storage/ledger.ts';
import {
  lockPeople,
  lookAgainAt,
  markUndone,
  moveBack,
  type PersonMerge,
  readMerge,
  rewriteBefore,
  standingMerges,
  writePerson,
} from '../../storage/person/merging.ts';
import { requireRight } from '../require-right.ts';
import { tellAboutContact } from '../tell-about-contact.ts';
import type { Principal } from '../who.ts';

/**
 * Takes a merge of two people back, from the page of either. Both are what they were; what people changed since stays
 * with the one that was left, and what was said since goes to whom it was said by. Done twice it is done once.
 * Throws `no_such_merge`, `merged_on`.
 */
export function splitPeople(
  db: Database,
  who: Principal,
  input: { readonly id: string; readonly contactId: ContactId },
  now: Date,
): Promise<void> {
  const { workspaceId } = who;
  return db.transaction(async (tx) => {
    await holdFiling(tx, workspaceId);
    const found = await readMerge(tx, workspaceId, input.id);
    if (!found || ![found.intoId, found.fromId].includes(input.contactId))
      throw new CareError('not_found', 'no_such_merge', 'There is no such merge of this person.');
    const { intoId: into, fromId: from } = found;
    await requireRight(tx, who, 'contact', [into], 'answer');
    const rows = await lockPeople(tx, workspaceId, [into, from]);
    // Read again behind the lock: somebody else may have taken it back just now.
    const merge = await readMerge(tx, workspaceId, input.id);
    if (!merge || merge.isUndone) return;
    const row = rows.get(into);
    if (!row) throw noSuch('contact');
    if (row.mergedIntoId)
      throw new CareError(
        'conflict',
        'merged_on',
        'They became part of somebody else since. Take that merge back first.',
        {
          mergedIntoId: row.mergedIntoId,
        },
      );
    const { target, expected } = await takenOut(tx, who, merge, row.columns);
    await moveBack(tx, workspaceId, into, from, merge.moved);
    await writePerson(tx, workspaceId, into, target, null);
    await writePerson(tx, workspaceId, from, standingOf(merge.beforeFrom, row.columns, expected), null);
    await markUndone(tx, workspaceId, merge.id, who.agentId, now);
    await lookAgainAt(tx, workspaceId, [into, from]);
    const names = { into: String(target.name), from: String(merge.beforeFrom.name) };
    await addAudit(tx, who, { act: 'contact.split', target: into, detail: { mergeId: merge.id, fromId: from } }, now);
    await tellBoth(tx, who, merge, names, now);
  });
}

/** What is left when one of several merges is gone; those after it are told what they were laid over. */
async function takenOut(tx: Tx, { workspaceId }: Principal, merge: PersonMerge, current: PersonColumns) {
  const merges = await standingMerges(tx, workspaceId, merge.intoId);
  const base = merges[0]?.beforeInto ?? merge.beforeInto;
  const without = merges.filter(({ id }) => id !== merge.id);
  const all = (some: readonly PersonMerge[]) =>
    mergedPerson(
      base,
      some.map(({ beforeFrom }) => beforeFrom),
    );
  const expected = all(merges);
  const at = merges.findIndex(({ id }) => id === merge.id);
  for (const [index, later] of merges.entries()) {
    if (index <= at) continue;
    const before = merges.slice(0, index);
    const then = all(before);
    const now = index === at + 1 && at === 0 ? base : all(before.filter(({ id }) => id !== merge.id));
    await rewriteBefore(tx, workspaceId, later.id, givenBack(later.beforeInto, then, now));
  }
  const wanted = without.length === 0 ? base : all(without);
  return { target: givenBack(current, expected, wanted), expected };
}

/** Whom somebody blocked or let in since the merge, they meant as a whole. */
function standingOf(before: PersonColumns, current: PersonColumns, expected: PersonColumns): PersonColumns {
  if (current.blocked_at === expected.blocked_at) return before;
  return { ...before, blocked_at: current.blocked_at ?? null, blocked_by: current.blocked_by ?? null };
}

/** Two people are told of, and what is told comes last: the second's changes are written with the first's. */
async function tellBoth(
  tx: Tx,
  who: Principal,
  { intoId, fromId }: PersonMerge,
  detail: { readonly into: string; readonly from: string },
  now: Date,
): Promise<void> {
  await tellAboutContact(tx, who, fromId, [{ kind: 'contact_split', detail }], now);
  await tellAboutContact(tx, who, intoId, [{ kind: 'contact_split', detail }], now);
}
