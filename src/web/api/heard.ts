import type { ConversationRow } from '../../wire/conversations.ts';

/** How many of the latest rows are remembered: more than change while one request is on its way. */
const KEPT = 500;
const latest = new Map<string, ConversationRow>();

/** Remembers rows as they were told, so that an answer that was read before them cannot bring the old state back. */
export function remember(rows: readonly ConversationRow[]): void {
  for (const row of rows) {
    latest.delete(row.id);
    latest.set(row.id, row);
  }
  for (const id of latest.keys()) {
    if (latest.size <= KEPT) break;
    latest.delete(id);
  }
}

/** The row as last told, when that is newer than what was read. */
export function heardSince(id: string, seq: number): ConversationRow | null {
  const row = latest.get(id);
  return row && row.changedSeq > seq ? row : null;
}

/** Everything told after a list was read, to be patched into it. */
export function allHeardSince(seq: number): ConversationRow[] {
  return [...latest.values()].filter((row) => row.changedSeq > seq);
}

export function forgetHeard(): void {
  latest.clear();
}
