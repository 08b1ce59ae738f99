import { earliest } from '../earliest.ts';
import { nextLook, occasionFor } from './cause.ts';
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
  if (rules.some((rule) => occasionFor(rule, place, now) !== null)) return null;
  return { nextAt: earliest(...rules.map((rule) => nextLook(rule, place, now))) };
}

/** Whether any of them asks for what was said in so many words. */
export const asksForWords = (rules: readonly Rule[]): boolean =>
  rules.some(({ filter }) => filter.conditions.some(({ about }) => about === 'text'));
