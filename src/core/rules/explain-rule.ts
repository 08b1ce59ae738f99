import type { Condition } from '../conversation/filter.ts';
import { conditionHolds, matches } from '../conversation/matches.ts';
import { undoneFor } from './by-hand.ts';
import { causeOf, isInHours } from './cause.ts';
import { type RuleNames, stepsOf } from './decide-rules.ts';
import { type RuledPlace, type RuleRun, restsUntil } from './place.ts';
import type { Rule, RuleAct } from './rule.ts';

/** Why a rule acts on a conversation just now, or does not. */
export interface Explained {
  readonly conditions: readonly { readonly condition: Condition; readonly holds: boolean }[];
  readonly fits: boolean;
  readonly isTime: boolean;
  readonly isInHours: boolean;
  /** Null: it does not rest. */
  readonly restsUntil: Date | null;
  /** What was said last there was said before the rule was. */
  readonly isOlder: boolean;
  /** Of somebody who is blocked, or part of another conversation: no rule looks at it. */
  readonly isBlocked: boolean;
  readonly isMerged: boolean;
  /** What it would do if a person had not decided otherwise. */
  readonly byHand: readonly RuleAct['do'][];
  /** The rule before it that says that none after it counts. */
  readonly stoppedBy: { readonly id: string; readonly name: string } | null;
  /** When it last acted on it. */
  readonly lastAt: Date | null;
}
/** Rules in their order, those that are off too. */
export type Ordered = Rule & { readonly isOn: boolean };

/** Every rule against one conversation. */
export function explainRules<One extends Ordered>(
  rules: readonly One[],
  place: RuledPlace,
  ran: readonly RuleRun[],
  names: RuleNames,
  now: Date,
): readonly (Explained & { readonly rule: One })[] {
  let stoppedBy: Explained['stoppedBy'] = null;
  return rules.map((rule) => {
    const alone = explainRule(rule, place, ran, names, now);
    const explained = { rule, ...alone, stoppedBy };
    if (rule.isOn && wouldLook(alone) && rule.acts.some((act) => act.do === 'stop'))
      stoppedBy ??= { id: rule.id, name: rule.name };
    return explained;
  });
}

const wouldLook = ({ fits, isTime, isInHours, isOlder }: Omit<Explained, 'stoppedBy'>): boolean =>
  fits && isTime && isInHours && !isOlder;

function explainRule(
  rule: Rule,
  place: RuledPlace,
  ran: readonly RuleRun[],
  names: RuleNames,
  now: Date,
): Omit<Explained, 'stoppedBy'> {
  const own = ran.filter(({ ruleId }) => ruleId === rule.id);
  const acted = own.filter(({ outcome }) => outcome === 'acted').map(({ at }) => at.getTime());
  const { lastInboundAt } = place;
  return {
    conditions: rule.filter.conditions.map((condition) => ({
      condition,
      holds: conditionHolds(condition, place.facts, now),
    })),
    fits: matches(rule.filter, place.facts, now),
    // What is looked at when something happens has its time whenever it does.
    isTime: rule.when !== 'waits' || causeOf(rule, place, now) !== null,
    isInHours: isInHours(rule.hours, now),
    restsUntil: restsUntil(rule, ran, now),
    isOlder: rule.when === 'arrived' && (lastInboundAt === null || lastInboundAt <= rule.since.toISOString()),
    isBlocked: place.facts.isBlocked,
    isMerged: place.facts.mergedIntoId !== null,
    byHand: heldByHand(rule, place, ran, names, now),
    lastAt: acted.length > 0 ? new Date(Math.max(...acted)) : null,
  };
}

/** What comes to nothing, and would come to something if nobody had decided. */
function heldByHand(
  rule: Rule,
  place: RuledPlace,
  ran: readonly RuleRun[],
  names: RuleNames,
  now: Date,
): readonly RuleAct['do'][] {
  const free: RuledPlace = { ...place, isAssignedByHand: false, isTeamByHand: false, byHand: [] };
  const standing = { facts: place.facts, fields: place.fieldValues, boosts: place.boosts };
  const stepsIn = (here: RuledPlace) => stepsOf(rule, standing, here, names, now).steps;
  const without = stepsIn(free);
  const bound = stepsIn(undoneFor(rule.id, place, ran));
  return bound.flatMap(({ act, effect }, at) => (effect === null && without[at]?.effect ? [act.do] : []));
}
