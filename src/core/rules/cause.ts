import { matches } from '../conversation/matches.ts';
import { isOpenAt, readHours } from '../hours/hours.ts';
import type { RuledPlace } from './place.ts';
import type { Rule, RuleHours } from './rule.ts';
import { stateKey } from './state-key.ts';

const OUT_OF_HOURS_MS = 15 * 60_000;

/**
 * What lets a rule look at a conversation just now, as a name that is the same for the same occasion: a rule acts once
 * for each. Null: nothing does.
 */
export function causeOf(rule: Rule, place: RuledPlace, now: Date): string | null {
  switch (rule.when) {
    case 'arrived':
      return place.arrivedAt !== null && place.arrivedAt > rule.since.toISOString()
        ? `arrived ${place.arrivedAt}`
        : null;
    case 'changed':
      // Some of what happens to the person, or to others, is not counted among the changes of the conversation.
      return place.isNews ? `changed ${place.changedSeq}${besides(place.facts)}` : null;
    case 'waits': {
      const due = waitsUntil(rule, place);
      return due !== null && due <= now.getTime() ? `waits ${place.facts.waitingSince}` : null;
    }
    case 'always':
      return `state ${stateKey(place.facts)}`;
  }
}

/** The same within its hours, where its filter fits. */
export function occasionFor(rule: Rule, place: RuledPlace, now: Date): string | null {
  const cause = isInHours(rule.hours, now) ? causeOf(rule, place, now) : null;
  return cause !== null && matches(rule.filter, place.facts, now) ? cause : null;
}

const besides = ({ isVip, isKnownProblem }: RuledPlace['facts']): string =>
  `${isVip ? ' vip' : ''}${isKnownProblem ? ' problem' : ''}`;

/** When a rule has something to look at by the mere passing of time, in milliseconds; null: it does not. */
export function nextLook(rule: Rule, place: RuledPlace, now: Date): number | null {
  if (rule.when !== 'waits' && rule.when !== 'always') return null;
  const times = rule.when === 'waits' ? [waitsUntil(rule, place)] : turns(rule, place);
  // Its hours are not now: what is due in them is looked for now and then while somebody waits.
  if (place.facts.attention === 'needs_answer' && !isInHours(rule.hours, now))
    times.push(now.getTime() + OUT_OF_HOURS_MS);
  const later = times.filter((at) => at !== null && at > now.getTime());
  return later.length > 0 ? Math.min(...(later as number[])) : null;
}

export function isInHours(hours: RuleHours | null, now: Date): boolean {
  if (hours === null) return true;
  return isOpenAt(readHours(hours.week) ?? [], hours.zone, now) === (hours.is === 'within');
}

function waitsUntil({ waitMinutes }: Rule, { facts }: RuledPlace): number | null {
  if (facts.attention !== 'needs_answer' || facts.waitingSince === null) return null;
  return Date.parse(facts.waitingSince) + waitMinutes * 60_000;
}

/** When a condition about time begins to hold. */
function turns({ filter }: Rule, { facts }: RuledPlace): (number | null)[] {
  return filter.conditions.map((condition) => {
    if (!('value' in condition)) return null;
    if (condition.about === 'due_minutes' && condition.is === 'at_most' && facts.dueAt)
      return Date.parse(facts.dueAt) - condition.value * 60_000;
    if (condition.is !== 'at_least') return null;
    const since = {
      waiting_minutes: facts.attention === 'needs_answer' ? facts.waitingSince : null,
      quiet_minutes: facts.lastMessageAt,
      age_minutes: facts.createdAt,
    }[condition.about as string];
    return since ? Date.parse(since) + condition.value * 60_000 : null;
  });
}
