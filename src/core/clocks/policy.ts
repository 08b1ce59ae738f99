import type { Reach } from '../channel/event.ts';
import type { Clock } from '../triage/facts.ts';

export const CLOCK_KINDS = ['acknowledgement', 'first_response', 'next_response', 'resolution'] as const;
export type ClockKind = Clock['kind'];

/** By when: within so many minutes, of open time or round the clock, or before the close of the same day. */
export type Target =
  | { readonly by: 'minutes'; readonly minutes: number; readonly hours: 'open' | 'all' }
  | { readonly by: 'same_day' };

/** All must fit; what names nothing fits everything. */
export interface PolicyConditions {
  readonly inboxIds: readonly string[];
  readonly channels: readonly string[];
  readonly reach: readonly Reach[];
  readonly languages: readonly string[];
  /** Any one of them. */
  readonly labelIds: readonly string[];
  readonly priorityAtLeast: number | null;
  readonly isVip: boolean | null;
}

/** Whom to tell of a breach, besides whoever has the conversation. */
export interface OnBreach {
  readonly teamId: string | null;
  readonly agentId: string | null;
}

/** How soon customers are answered. Of those that fit a conversation the first one counts. */
export interface AnswerPolicy {
  readonly id: string;
  readonly name: string;
  readonly conditions: PolicyConditions;
  readonly targets: Readonly<Partial<Record<ClockKind, Target>>>;
  /** Before the end, in minutes of the time that the target counts in; null: no warning. */
  readonly warnMinutes: number | null;
  readonly onBreach: OnBreach;
  /** Since when it holds as it stands: what was over before calls nobody. Absent or null: always. */
  readonly since?: Date | null;
}

export const ANYTHING: PolicyConditions = {
  inboxIds: [],
  channels: [],
  reach: [],
  languages: [],
  labelIds: [],
  priorityAtLeast: null,
  isVip: null,
};
