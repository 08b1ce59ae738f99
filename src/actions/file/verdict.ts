import type { LedgerState } from '../../core/conversation/states.ts';
import type { ConversationId, MessageId } from '../../core/ids.ts';
import type { EntryMark, StoredEntry } from '../../storage/ledger.ts';

/** What became of one event. */
export interface Verdict {
  readonly entryId: number;
  readonly position: number;
  readonly state: 'filed' | 'duplicate' | 'ignored';
  readonly kind: string;
  /** In words, for the ledger screen. */
  readonly became: string;
  readonly messageId?: MessageId | undefined;
  readonly conversationId?: ConversationId | null | undefined;
}

/** An entry is filed when anything in it was; else duplicate when anything was known; else ignored, with the reasons. */
export function markOf(entry: StoredEntry, verdicts: readonly Verdict[]): EntryMark {
  const ordered = verdicts.toSorted((a, b) => a.position - b.position);
  const state: Exclude<LedgerState, 'waiting' | 'set_aside'> = ordered.some((verdict) => verdict.state === 'filed')
    ? 'filed'
    : ordered.some((verdict) => verdict.state === 'duplicate')
      ? 'duplicate'
      : 'ignored';
  const reasons = [
    ...new Set(ordered.filter((verdict) => verdict.state === 'ignored').map((verdict) => verdict.became)),
  ];
  return {
    id: entry.id,
    state,
    reason:
      state !== 'ignored'
        ? null
        : reasons.length > 0
          ? reasons.slice(0, 5).join(' · ')
          : 'There is nothing in it that we file.',
    outcome: ordered.slice(0, 1000).map(({ kind, became, messageId, conversationId }) => ({
      kind,
      became,
      ...(messageId ? { messageId } : {}),
      ...(conversationId ? { conversationId } : {}),
    })),
  };
}
