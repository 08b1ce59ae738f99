import type { AgentId } from '../ids.ts';
import type { Said } from '../triage/gist.ts';

/** What one new message means for its conversation. */
export interface Step {
  readonly isInbound: boolean;
  /** Written by a person who is not us and no machine: it waits for an answer. */
  readonly asks: boolean;
  /** It would ask, but whoever wrote it is blocked; by whom. */
  readonly blockedBy: AgentId | null;
  readonly isHistory: boolean;
  /** Ours, and not written at this desk. */
  readonly isFromElsewhere: boolean;
  readonly sentAt: Date;
  readonly preview: string;
  readonly language: string | null;
  readonly said: Said;
}

/** The sum of a batch's messages for one conversation, to be laid over whatever it is by then. */
export interface Delta {
  readonly count: number;
  /** A live message waits: attention turns to `needs_answer`, a resolved conversation reopens, a snooze ends. */
  readonly asks: boolean;
  /** The same out of imported history: only where nothing was decided yet. */
  readonly historyAsks: boolean;
  readonly askedAt: Date | null;
  /** All that asks, asks in vain: who decided that, and since when it would wait. */
  readonly blockedBy: AgentId | null;
  readonly blockedSince: Date | null;
  readonly lastInboundAt: Date | null;
  readonly lastOutboundAt: Date | null;
  readonly firstMessageAt: Date;
  readonly lastMessageAt: Date;
  readonly answeredElsewhereAt: Date | null;
  readonly preview: string;
  readonly language: string | null;
  /** What waits, in the order in which it was said. */
  readonly said: readonly Said[];
}

/** @param steps at least one, in any order */
export function sumUp(steps: readonly Step[]): Delta {
  const ordered = steps.toSorted((a, b) => a.sentAt.getTime() - b.sentAt.getTime());
  const last = ordered.at(-1) as Step;
  const inbound = ordered.filter((step) => step.isInbound);
  const outbound = ordered.filter((step) => !step.isInbound);
  const asking = ordered.filter((step) => step.asks);
  const lastOutboundAt = outbound.at(-1)?.sentAt ?? null;
  const lastInboundAt = inbound.at(-1)?.sentAt ?? null;
  const live = asking.filter((step) => !step.isHistory);
  const unansweredHistory = asking.filter(
    (step) => step.isHistory && (!lastOutboundAt || step.sentAt > lastOutboundAt),
  );
  const shut =
    live.length + unansweredHistory.length > 0 ? [] : ordered.filter((step) => step.blockedBy && !step.isHistory);
  return {
    count: ordered.length,
    asks: live.length > 0,
    historyAsks: unansweredHistory.length > 0,
    askedAt: (live[0] ?? unansweredHistory[0])?.sentAt ?? null,
    blockedBy: shut.at(-1)?.blockedBy ?? null,
    blockedSince: shut[0]?.sentAt ?? null,
    lastInboundAt,
    lastOutboundAt,
    firstMessageAt: (ordered[0] as Step).sentAt,
    lastMessageAt: last.sentAt,
    answeredElsewhereAt: outbound.filter((step) => step.isFromElsewhere).at(-1)?.sentAt ?? null,
    preview: last.preview,
    language: inbound.filter((step) => step.language).at(-1)?.language ?? null,
    said: asking.map((step) => step.said),
  };
}
