import type { Facts } from '../conversation/matches.ts';
import type { Json } from '../ids.ts';
import type { RuleBoost } from './rule.ts';

/** A conversation as rules look at it. */
export interface RuledPlace {
  readonly facts: Facts;
  readonly contactId: string;
  /** What was said last, for whoever is given it. */
  readonly preview: string;
  /** The newest message of the person, if rules were not asked for it yet; ISO 8601. */
  readonly arrivedAt: string | null;
  /** Somebody did something to it, or it spoke: more than time passing by. */
  readonly isNews: boolean;
  readonly changedSeq: number;
  readonly isAssignedByHand: boolean;
  readonly isTeamByHand: boolean;
  readonly boosts: readonly RuleBoost[];
  readonly fieldValues: { readonly [fieldId: string]: Json };
}

/** What a rule did there before. */
export interface RuleRun {
  readonly ruleId: string;
  readonly version: number;
  readonly cause: string;
  readonly outcome: 'acted' | 'paused';
  readonly at: Date;
}
/** The cause under which it is kept that a rule rests for a conversation. */
export const RESTS = 'rests';
