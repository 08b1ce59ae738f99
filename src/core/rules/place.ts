import type { Facts } from '../conversation/matches.ts';
import type { Json } from '../ids.ts';
import type { HandAct } from './by-hand.ts';
import { HOUR_MS, type Rule, type RuleBoost } from './rule.ts';

/** Words are looked for in the newest messages, and in so many letters of each: hundreds of conversations are read at once. */
export const MOST_MESSAGES = 50;
export const MOST_LETTERS = 10_000;

/** A conversation as rules look at it. */
export interface RuledPlace {
  readonly facts: Facts;
  readonly contactId: string;
  /** What was said last, for whoever is given it. */
  readonly preview: string;
  /** The newest message of the person, if rules were not asked for it yet; ISO 8601. */
  readonly arrivedAt: string | null;
  /** The newest message of the person, asked for or not; ISO 8601. */
  readonly lastInboundAt: string | null;
  /** Somebody did something to it, or it spoke: more than time passing by. */
  readonly isNews: boolean;
  readonly changedSeq: number;
  readonly isAssignedByHand: boolean;
  readonly isTeamByHand: boolean;
  readonly byHand: readonly HandAct[];
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

/** Until when a rule rests for a conversation, since too much was done there by rule; null: it does not. */
export function restsUntil(
  { id, version }: Pick<Rule, 'id' | 'version'>,
  ran: readonly RuleRun[],
  now: Date,
): Date | null {
  const began = ran
    .filter((run) => run.ruleId === id && run.version === version && run.outcome === 'paused')
    .map(({ at }) => at.getTime());
  const until = Math.max(...began) + HOUR_MS;
  return until > now.getTime() ? new Date(until) : null;
}
