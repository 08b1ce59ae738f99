import { matches } from '../conversation/matches.ts';
import { causeOf, isInHours, nextLook } from './cause.ts';
import type { RuledPlace } from './place.ts';
import type { Rule } from './rule.ts';

/**
 * Whether no rule has anything to do with a conversation in which no rule did anything before: then all stays as it is,
 * but for when a rule has something to look at by the mere passing of time.
 *
 * @returns null: one of them fits, and `decideRules` says what comes of it
 */
export function nothingToDo(
  rules: readonly Rule[],
  place: RuledPlace,
  now: Date,
): { readonly nextAt: Date | null } | null {
  if (place.facts.mergedIntoId !== null || place.facts.isBlocked) return { nextAt: null };
  const isWanted = rules.some(
    (rule) =>
      isInHours(rule.hours, now) && causeOf(rule, place, now) !== null && matches(rule.filter, place.facts, now),
  );
  if (isWanted) return null;
  const times = rules.map((rule) => nextLook(rule, place, now)).filter((at) => at !== null);
  return { nextAt: times.length > 0 ? new Date(Math.min(...times)) : null };
}

/** Whether any of them asks for what was said in so many words. */
export const asksForWords = (rules: readonly Rule[]): boolean =>
  rules.some(({ filter }) => filter.conditions.some(({ about }) => about === 'text'));
