import { z } from 'zod';
import type { LedgerBalance, LedgerEntryWhole, LedgerRow } from '../../storage/ledger-reading.ts';
import { type Balance, Became, type LedgerDetail, type LedgerEntry } from '../../wire/inboxes.ts';

/** UTF-8 needs at most four bytes for each of the 200,000 characters that are shown. */
export const SHOWN_BYTES = 800_000;
const SHOWN_CHARACTERS = 200_000;

export function showBalance(balance: LedgerBalance): Balance {
  const { received, filed, duplicate, ignored, setAside, waiting } = balance;
  return { ...balance, isExact: received === filed + duplicate + ignored + setAside + waiting };
}

export function showEntry(row: LedgerRow): LedgerEntry {
  return {
    id: row.id,
    family: row.family,
    source: row.source,
    inboxId: row.inboxId,
    receivedAt: row.receivedAt.toISOString(),
    state: row.state,
    reason: row.reason,
    attempts: row.attempts,
    filedAt: row.filedAt?.toISOString() ?? null,
    sizeBytes: row.sizeBytes,
    redactedAt: row.redactedAt?.toISOString() ?? null,
  };
}

const Headers = z.record(z.string(), z.string());
const Outcome = z.array(Became.catch({ kind: 'unreadable', became: 'What became of it cannot be shown.' }));

export function showWholeEntry(entry: LedgerEntryWhole): LedgerDetail {
  return {
    ...showEntry(entry),
    headers: Headers.safeParse(entry.headers).data ?? {},
    // Bytes that are no UTF-8 (an old mail, a picture) show as replacement characters; the entry itself is untouched.
    body: new TextDecoder().decode(entry.body).slice(0, SHOWN_CHARACTERS),
    outcome: Outcome.safeParse(entry.outcome).data ?? [],
  };
}
