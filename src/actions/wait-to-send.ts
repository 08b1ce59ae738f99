import { CareError } from '../core/errors.ts';
import type { StoredConversation } from '../storage/conversations/acts.ts';
import type { Wait } from '../storage/outbox/rows.ts';
import { beforeAnswer } from '../storage/outbox/take-back.ts';
import type { Who } from './who.ts';

/** Further off than this nobody remembers what was meant. */
const FARTHEST_MS = 366 * 24 * 3_600_000;

interface Wish {
  readonly sendAt?: string | undefined;
  readonly holdSeconds?: number | undefined;
  readonly readAtSeq: number;
}

/** Until when an answer waits, or null: it goes out at once. Throws `in_the_past`, `too_far_off`, `closed_by_then`. */
export function waitOf(
  { sendAt, holdSeconds = 0, readAtSeq }: Wish,
  who: Who,
  closesAt: Date | null,
  conversation: StoredConversation,
  now: Date,
): Wait | null {
  const before = beforeAnswer(conversation);
  if (sendAt) {
    const until = new Date(sendAt);
    refuseTime(until, closesAt, now);
    return { until, isScheduled: true, readAtSeq, before };
  }
  // A machine does not change its mind.
  if (holdSeconds === 0 || !who.agentId) return null;
  return { until: new Date(now.getTime() + holdSeconds * 1000), isScheduled: false, readAtSeq, before };
}

/** Throws when nothing can be sent at that time. */
export function refuseTime(at: Date, closesAt: Date | null, now: Date): void {
  if (at <= now) throw new CareError('invalid', 'in_the_past', 'Choose a time that is still to come.');
  if (at.getTime() - now.getTime() > FARTHEST_MS)
    throw new CareError('invalid', 'too_far_off', 'Choose a time within a year.');
  if (closesAt && at >= closesAt)
    throw new CareError(
      'conflict',
      'closed_by_then',
      `By then it cannot be answered here any more: the network closes this at ${closesAt.toISOString().slice(0, 16).replace('T', ' ')} UTC. Choose an earlier time.`,
      { closesAt: closesAt.toISOString() },
    );
}
