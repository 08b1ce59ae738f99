import type { TriageFacts } from '../triage/facts.ts';

/** Everything that can be counted, in the order in which it is shown. */
export const FACTORS = [
  'negative',
  'complaint',
  'question',
  'urgent',
  'triggers',
  'bad_review',
  'intent',
  'personal_data',
  'purchases',
  'recent_purchase',
  'vip',
  'reach',
  'influence',
  'waiting',
  'clock',
  'tries',
  'known_problem',
  'private',
] as const;
export type FactorId = (typeof FACTORS)[number];
export const FACTOR_GROUPS = ['said', 'person', 'moment'] as const;
export type FactorGroup = (typeof FACTOR_GROUPS)[number];

/** How much of a factor there is, and the facts that its words are made of. */
export interface Found {
  /** 0 to 1. */
  readonly share: number;
  readonly fact?: Fact;
  /** When the share changes by the mere passing of time. */
  readonly nextAt?: Date;
}
/** Names and numbers; times are ISO 8601. */
export type Fact = Readonly<Record<string, string | number>>;

/** One thing that makes a conversation matter more. Pure: the same facts and time give the same share. */
export interface Factor {
  readonly group: FactorGroup;
  /** Points for all of it, where a workspace decided nothing of its own. */
  readonly weight: number;
  /** Null: it does not apply. */
  readonly find: (facts: TriageFacts, now: Date) => Found | null;
}
