import { CareError } from '../core/errors.ts';
import { addAudit } from '../storage/audit.ts';
import type { Database } from '../storage/database.ts';
import { type LedgerSight, putBack, type ReplayChoice, readLedgerEntry } from '../storage/ledger-reading.ts';
import type { Principal } from './who.ts';

/**
 * Files entries again, e.g. after a mended parser. Returns how many were put back.
 * @param sight whose entries are there for `who`; null: all
 */
export async function replayEntries(
  db: Database,
  who: Omit<Principal, 'acts'>,
  choice: ReplayChoice,
  now: Date,
  sight: LedgerSight = null,
): Promise<number> {
  const { workspaceId } = who;
  return db.transaction(async (tx) => {
    if (choice.kind === 'entry') {
      const entry = await readLedgerEntry(tx, workspaceId, choice.id, 0, sight);
      if (!entry) throw new CareError('not_found', 'no_such_entry', 'There is no such entry in the ledger.');
      if (entry.redactedAt)
        throw new CareError('conflict', 'redacted', 'This entry was redacted: there is nothing left to file.');
    }
    const replayed = await putBack(tx, workspaceId, choice, sight);
    const target = choice.kind === 'entry' ? String(choice.id) : (choice.inboxId ?? null);
    if (replayed > 0) await addAudit(tx, who, { act: 'ledger.replayed', target, detail: { replayed } }, now);
    return replayed;
  });
}
