import type { Condition } from '../conversation/filter.ts';
import { conditionHolds, type Facts } from '../conversation/matches.ts';
import { earliest } from '../earliest.ts';
import type { ActFacts } from '../work/act.ts';
import { undoneFor } from './by-hand.ts';
import { nextLook, occasionFor } from './cause.ts';
import { type Effect, effectOf, type Standing } from './effect.ts';
import { type RuledPlace, type RuleRun, restsUntil } from './place.ts';
import { type Because, HOUR_MS, RUNS_PER_HOUR, type Rule, type RuleBoost } from './rule.ts';

/** Something that a rule does, in the order in which it is done. */
export interface Done {
  readonly rule: Because;
  readonly effect: Effect;
}
export interface Ruled {
  readonly standing: Standing;
  /** Of rules that are off or removed: they count again when those come back. */
  readonly asleep: readonly RuleBoost[];
  readonly done: readonly Done[];
  readonly runs: readonly RuleRun[];
  /** When a rule has something to look at by the mere passing of time. */
  readonly nextAt: Date | null;
}

/** What is there to be named, and who may be given what. */
export interface RuleNames extends ActFacts {
  readonly fields: ReadonlyMap<string, { readonly name: string; readonly isArchived: boolean }>;
  readonly maySee: (agentId: string, inboxId: string) => boolean;
}

/**
 * What the rules do with one conversation, each seeing what those before it did. Pure: the same rules, facts and runs
 * give the same.
 */
export function decideRules(
  rules: readonly Rule[],
  place: RuledPlace,
  ran: readonly RuleRun[],
  names: RuleNames,
  now: Date,
): Ruled {
  // Merged ones are looked at with what they became part of; whoever is blocked asks nothing of anybody.
  if (place.facts.mergedIntoId !== null || place.facts.isBlocked) return nothingFor(place);
  const known = new Set(rules.map(({ id }) => id));
  const doesWait = place.facts.attention === 'needs_answer';
  let standing: Standing = {
    facts: place.facts,
    fields: place.fieldValues,
    boosts: doesWait ? place.boosts.filter(({ ruleId }) => known.has(ruleId)) : [],
  };
  const done: Done[] = [];
  const runs: RuleRun[] = [];
  for (const rule of rules) {
    const cause = occasionFor(rule, { ...place, facts: standing.facts }, now);
    if (cause === null) continue;
    const isRepeated = hasRun(ran, rule, cause) || restsUntil(rule, ran, now) !== null;
    if (!isRepeated) {
      const because = { id: rule.id, name: rule.name, conditions: heldOf(rule, standing.facts, now) };
      const { steps, after } = stepsOf(rule, standing, undoneFor(rule.id, place, ran), names, now);
      const effects = steps.flatMap(({ effect }) => (effect ? [effect] : []));
      const isTooMuch = effects.length > 0 && runsWithin(HOUR_MS, [...ran, ...runs], now) >= RUNS_PER_HOUR;
      if (isTooMuch) {
        done.push({ rule: because, effect: { kind: 'rested', until: new Date(now.getTime() + HOUR_MS) } });
      } else {
        standing = after;
        done.push(...effects.map((effect) => ({ rule: because, effect })));
      }
      const run = { ruleId: rule.id, version: rule.version, at: now };
      if (isTooMuch) runs.push({ ...run, cause: `rests ${now.toISOString()}`, outcome: 'paused' });
      else if (effects.length > 0) runs.push({ ...run, cause, outcome: 'acted' });
    }
    if (rule.acts.some((act) => act.do === 'stop')) break;
  }
  const times = rules.flatMap((rule) => [nextLook(rule, place, now), awakeAt(rule, [...ran, ...runs], now)]);
  const asleep = doesWait ? place.boosts.filter(({ ruleId }) => !known.has(ruleId)) : [];
  return { standing, asleep, done, runs, nextAt: earliest(...times) };
}

/** What each act of a rule comes to here, one after the other. Null: it is so already, or a person decided otherwise. */
export function stepsOf(rule: Rule, before: Standing, place: RuledPlace, names: RuleNames, now: Date) {
  let after = before;
  const steps = rule.acts.map((act) => {
    const effect = effectOf(act, rule, after, place, names, now);
    if (effect?.after) after = effect.after;
    return { act, effect };
  });
  return { steps, after };
}

const nothingFor = ({ facts, fieldValues }: RuledPlace): Ruled => ({
  standing: { facts, fields: fieldValues, boosts: [] },
  asleep: [],
  done: [],
  runs: [],
  nextAt: null,
});

const hasRun = (ran: readonly RuleRun[], { id, version }: Rule, cause: string) =>
  ran.some((run) => run.ruleId === id && run.version === version && run.cause === cause);

const runsWithin = (ms: number, ran: readonly RuleRun[], now: Date) =>
  ran.filter(({ outcome, at }) => outcome === 'acted' && now.getTime() - at.getTime() < ms).length;

/** When one that rests has to be asked again: what it looks at by time may have come meanwhile. */
const awakeAt = (rule: Rule, ran: readonly RuleRun[], now: Date): number | null =>
  rule.when === 'waits' || rule.when === 'always' ? (restsUntil(rule, ran, now)?.getTime() ?? null) : null;

/** With "any", those that did. */
const heldOf = ({ filter }: Rule, facts: Facts, now: Date): readonly Condition[] =>
  filter.conditions.filter((condition) => conditionHolds(condition, facts, now));
