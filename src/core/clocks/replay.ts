import type { Clock, TriageFacts } from '../triage/facts.ts';
import type { ClockKind } from './policy.ts';
import { type ClockRules, runClocks } from './run-clocks.ts';

/** What happened to a conversation, as far as a clock heeds it. In order. */
export interface Beat {
  readonly at: Date;
  /** `asked` by the customer; `replied` is a message of a person; the others are what somebody decided. */
  readonly what:
    | 'asked'
    | 'replied'
    | 'answered'
    | 'acknowledged'
    | 'no_reply'
    | 'needs_answer'
    | 'resolved'
    | 'reopened';
}

export interface Ended {
  readonly kind: ClockKind;
  readonly policyId: string;
  readonly isMet: boolean;
}

/** Apart by less, two things are parts of one act. */
const ONE_ACT_MS = 2_000;

/** Plays a past conversation under rules that did not hold then. @returns the clocks that ended, or are over by now */
export function replayClocks(
  start: TriageFacts,
  beats: readonly Beat[],
  rules: ClockRules,
  now: Date,
): readonly Ended[] {
  let facts: TriageFacts = { ...start, ...BEFORE };
  const ended: Ended[] = [];
  for (const [index, beat] of beats.entries()) {
    const before = facts.clocks;
    facts = after(facts, beat);
    const next = beats[index + 1];
    // A reply and its mark are one act, and neither is looked at without the other.
    if (next && next.at.getTime() - beat.at.getTime() < ONE_ACT_MS) continue;
    const { clocks } = runClocks(facts, rules, beat.at);
    for (const last of before) {
      const begun = clocks.find(({ kind }) => kind === last.kind);
      // Begun anew: the earlier one came to its end before.
      if (last.stoppedAt !== null && begun && begun.startedAt !== last.startedAt) ended.push(endOf(last));
    }
    facts = { ...facts, clocks };
  }
  const { clocks } = runClocks(facts, rules, now);
  const over = clocks.filter(({ stoppedAt, breachedAt }) => stoppedAt !== null || breachedAt !== null);
  return [...ended, ...over.map(endOf)];
}

const BEFORE = {
  attention: null,
  waitingSince: null,
  lastInboundAt: null,
  firstResponseAt: null,
  attentionAt: null,
  resolution: 'open',
  resolutionAt: null,
  clocks: [],
} as const;

const endOf = ({ kind, policyId, breachedAt }: Clock): Ended => ({ kind, policyId, isMet: breachedAt === null });

function after(facts: TriageFacts, { at, what }: Beat): TriageFacts {
  const waits = { attention: 'needs_answer', attentionAt: at, waitingSince: facts.waitingSince ?? at } as const;
  switch (what) {
    case 'asked':
      return {
        ...facts,
        ...(facts.attention === 'needs_answer' ? {} : waits),
        lastInboundAt: at,
        resolution: 'open',
        resolutionAt: null,
      };
    case 'needs_answer':
      return { ...facts, ...waits, waitingSince: facts.waitingSince ?? facts.lastInboundAt ?? at };
    case 'replied':
      return { ...facts, firstResponseAt: facts.firstResponseAt ?? at };
    case 'resolved':
      return { ...facts, resolution: 'confirmed', resolutionAt: at };
    case 'reopened':
      return { ...facts, resolution: 'open', resolutionAt: null };
    default:
      return { ...facts, attention: what, attentionAt: at, waitingSince: null };
  }
}
