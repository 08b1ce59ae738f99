import type { Reach } from '../channel/event.ts';
import type { Attention, Resolution } from '../conversation/states.ts';
import type { RuleBoost } from '../rules/rule.ts';
import type { Kind, Urgency } from '../understanding/understood.ts';

/** Whatever else of what waits decides. */
export interface Signs {
  readonly triggers?: readonly string[];
  /** Of a review, 0 (worst) to 1 (best). */
  readonly rating?: number;
  readonly hasPersonalData?: boolean;
  /** Wants to buy, with how sure that is. */
  readonly purchaseIntent?: number;
  /** The word of a known problem that it is about: far more people than usual complain of it. */
  readonly problem?: string;
}

/** One clock of a conversation. Times are ISO 8601. */
export interface Clock {
  readonly kind: 'first_response' | 'acknowledgement' | 'next_response' | 'resolution';
  readonly policyId: string;
  readonly startedAt: string;
  readonly dueAt: string;
  readonly warnAt: string | null;
  readonly warnedAt: string | null;
  readonly breachedAt: string | null;
  /** When a human act ended it, or what it was for is over. */
  readonly stoppedAt: string | null;
  /** Up to when what the customer said is counted in it. Absent: it is of days when nobody kept that. */
  readonly heardTo?: string;
  /** Acknowledged when it was looked at last: what is said after that joins what is owed. */
  readonly isAcknowledged?: boolean;
  /** Since when it stands still because the customer is to answer; `dueAt` says nothing then. */
  readonly pausedAt?: string | null;
  /** From and until when it stood still before. */
  readonly pauses?: readonly (readonly [string, string])[];
}

/** All that is known of a conversation when its priority, clocks and assignment are decided. */
export interface TriageFacts {
  readonly id: string;
  /** As it was decided last. */
  readonly priority?: number;
  readonly inboxId: string;
  readonly channel: string;
  readonly reach: Reach;
  readonly language: string | null;
  readonly attention: Attention | null;
  readonly resolution: Resolution;
  readonly isMerged: boolean;
  readonly assigneeId: string | null;
  readonly teamId: string | null;
  readonly labelIds: readonly string[];
  readonly sentiment: -1 | 0 | 1 | null;
  readonly kind: Kind | null;
  readonly urgency: Urgency | null;
  readonly topic: string | null;
  readonly signs: Signs;
  readonly followers: number | null;
  readonly isVip: boolean;
  readonly isMuted: boolean;
  /** What this person bought of us, in the workspace's currency; null: nothing is known. */
  readonly purchases: {
    readonly orders: number;
    readonly value: number;
    readonly lastAt: Date | null;
    readonly currency?: string | null;
  } | null;
  /** How often the same person tried to reach us elsewhere, and waits there, before this. */
  readonly failedTries: number;
  readonly contactId: string;
  readonly createdAt: Date;
  readonly waitingSince: Date | null;
  readonly lastInboundAt: Date | null;
  readonly lastMessageAt: Date;
  readonly firstResponseAt: Date | null;
  readonly attentionAt: Date | null;
  readonly resolutionAt: Date | null;
  readonly clocks: readonly Clock[];
  /** What rules put on top of its priority, or take off. */
  readonly ruleBoosts?: readonly RuleBoost[];
}
