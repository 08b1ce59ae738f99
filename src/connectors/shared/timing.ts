import type { Finding } from '../../core/channel/outgoing.ts';
import type { ExternalMessageId } from '../../core/ids.ts';

/** Whether two texts are one: networks trim, and write line ends and accents in their own way. */
export const isSameText = (one: string, other: string): boolean => normal(one) === normal(other);
const normal = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Meta gives whole seconds, and its clock and ours may differ a little. */
export const SAME_SECOND_MS = 2_000;
/** Older than this before the act was made: surely something else. */
export const CLOCK_SKEW_MS = 60_000;

export interface Candidate {
  readonly id: ExternalMessageId;
  readonly at: Date;
}

/**
 * Which of the messages with our text is the one whose outcome was lost. Words repeat ("Thank you!"), so one from
 * shortly before the act is neither proof nor its absence.
 *
 * @param isWhole everything since the act was made has been read
 */
export function chooseFound(candidates: readonly Candidate[], madeAt: Date, isWhole: boolean): Finding {
  const later = candidates.filter(({ at }) => at.getTime() >= madeAt.getTime() - SAME_SECOND_MS);
  const [only] = later;
  if (only && later.length === 1) return { kind: 'accepted', id: only.id };
  if (later.length > 1) return { kind: 'unclear', detail: `The same text stands there ${later.length} times.` };
  const near = candidates.some(({ at }) => at.getTime() >= madeAt.getTime() - CLOCK_SKEW_MS);
  if (near) return { kind: 'unclear', detail: 'The same text was sent shortly before, and may be another message.' };
  return isWhole
    ? { kind: 'absent' }
    : { kind: 'unclear', detail: 'So much was written since that the network no longer lists the time in question.' };
}
