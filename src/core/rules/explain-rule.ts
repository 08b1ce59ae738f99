import type { Condition } from '../conversation/filter.ts';
import { conditionHolds, matches } from '../conversation/matches.ts';
import { causeOf, isInHours } from './cause.ts';
import { RESTS, type RuledPlace, type RuleRun } from './place.ts';
import type { Rule } from './rule.ts';

/** Why a rule acts on a conversation just now, or does not. */
export interface Explained {
  readonly conditions: readonly { readonly condition: Condition; readonly holds: boolean }[];
  readonly fits: boolean;
  readonly isTime: boolean;
  readonly isInHours: boolean;
  readonly rests: boolean;
  /** When it last acted on it. */
  readonly lastAt: Date | null;
}

export function explainRule(rule: Rule, place: RuledPlace, ran: readonly RuleRun[], now: Date): Explained {
  const own = ran.filter(({ ruleId }) => ruleId === rule.id);
  const acted = own.filter(({ outcome }) => outcome === 'acted').map(({ at }) => at.getTime());
  return {
    conditions: rule.filter.conditions.map((condition) => ({
      condition,
      holds: conditionHolds(condition, place.facts, now),
    })),
    fits: matches(rule.filter, place.facts, now),
    // What is looked at when something happens has its time whenever it does.
    isTime: rule.when !== 'waits' || causeOf(rule, place, now) !== null,
    isInHours: isInHours(rule.hours, now),
    rests: own.some(({ version, cause }) => version === rule.version && cause === RESTS),
    lastAt: acted.length > 0 ? new Date(Math.max(...acted)) : null,
  };
}
