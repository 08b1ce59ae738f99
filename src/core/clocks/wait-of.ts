import type { Clock, TriageFacts } from '../triage/facts.ts';
import type { ClockKind } from './policy.ts';

/** What a clock measures, as it stands. In milliseconds. */
export type Wait =
  | { readonly isOver: false; readonly since: number; readonly pausedAt: number | null }
  | { readonly isOver: true; readonly at: number }
  /** There is nothing to measure. */
  | null;

/**
 * What the customer waits for. Only what a person did ends it: `firstResponseAt` and every attention but `needs_answer`
 * are written by people alone, so no bot, rule or note stops a clock. Being snoozed changes nothing for the customer.
 */
export function waitOf(kind: ClockKind, facts: TriageFacts, last: Clock | undefined, now: Date): Wait {
  const { attention, isMerged } = facts;
  const ms = (at: Date | null) => at?.getTime() ?? null;
  const over = (at: Date | null): Wait => ({ isOver: true, at: ms(at) ?? now.getTime() });
  const runs = (since: number, pausedAt: number | null = null): Wait => ({ isOver: false, since, pausedAt });
  if (isMerged) return over(null);
  const isOwed = attention === 'needs_answer' || attention === 'acknowledged';
  // Acknowledged, nothing waits by name any more, and yet an answer is owed for what was said.
  const since = ms(facts.waitingSince) ?? ms(facts.lastInboundAt);
  const answered = ms(facts.firstResponseAt);
  switch (kind) {
    case 'acknowledgement':
      if (attention !== 'needs_answer') return over(facts.attentionAt);
      if (since === null) return null;
      return answered !== null && answered >= since ? over(facts.firstResponseAt) : runs(since);
    case 'first_response':
      if (answered !== null) return over(facts.firstResponseAt);
      if (!isOwed) return over(facts.attentionAt);
      return since === null ? null : runs(since);
    case 'next_response':
      if (answered === null) return over(null);
      if (!isOwed) return over(facts.attentionAt);
      return since === null ? null : runs(Math.max(since, answered));
    case 'resolution': {
      if (facts.resolution !== 'open') return over(facts.resolutionAt);
      const first = Math.min(facts.createdAt.getTime(), ms(facts.waitingSince) ?? Number.POSITIVE_INFINITY);
      if (isOwed) return runs(againSince(facts, last) ?? first);
      return last ? runs(first, ms(facts.attentionAt) ?? now.getTime()) : null;
    }
  }
}

/** A matter that was solved and comes up again by itself is a new one; null: it goes on. */
function againSince({ waitingSince }: TriageFacts, last: Clock | undefined): number | null {
  const stopped = last?.stoppedAt ? Date.parse(last.stoppedAt) : null;
  return stopped !== null && waitingSince && waitingSince.getTime() > stopped ? waitingSince.getTime() : null;
}
