import type { Urgency } from './understood.ts';
import type { Alarm } from './words/alarms.ts';

/** What rules found, and what the head thinks of it. */
export interface Alarms {
  readonly language: string;
  readonly found: readonly Alarm[];
  readonly p: ArrayLike<number>;
  /** Complaint, question or wish to buy: something is asked for. */
  readonly asks: number;
  readonly isGlad: boolean;
}
export interface HowUrgent {
  readonly level: Urgency;
  readonly p: number;
  /** Names of the rules that decided; none: the head did. */
  readonly rules: readonly Alarm[];
}

const GRAVE: readonly Alarm[] = ['injury', 'danger', 'fraud'];
const SERIOUS: readonly Alarm[] = ['legal', 'press', 'vulnerable', 'minor'];
/** The head must be this sure that it can wait before what sounds grave is not called so: "great hospital, great staff". */
const SURE_IT_CAN_WAIT = 0.97;
const LIKELY_WAITS = 0.9;
/** A missed emergency costs more than a needless look. */
const MAYBE_NOW = 0.17;
const MAYBE_TODAY = 0.11;
/** English learned from twice as many lines: it finds as many with fewer false alarms. Found on lines not learned from. */
const MAYBE_TODAY_IN: Readonly<Record<string, number>> = { en: 0.17 };

export function urgencyOf({ language, found, p, asks, isGlad }: Alarms): HowUrgent {
  const [wait = 1, today = 0, now = 0] = Array.from(p);
  const maybeToday = MAYBE_TODAY_IN[language] ?? MAYBE_TODAY;
  const headSays: Urgency = now >= MAYBE_NOW && now >= today * 0.5 ? 2 : today + now >= maybeToday ? 1 : 0;
  const grave = found.filter((alarm) => GRAVE.includes(alarm));
  const serious = found.filter((alarm) => SERIOUS.includes(alarm));
  const hasDeadline = found.includes('deadline');
  if (!isGlad && grave.length > 0) {
    if (wait < LIKELY_WAITS) return { level: 2, p: Math.max(0.8, now), rules: grave };
    if (wait < SURE_IT_CAN_WAIT) return { level: 1, p: Math.max(0.6, today), rules: grave };
  }
  if (!isGlad && serious.length > 0 && (hasDeadline || wait < LIKELY_WAITS)) {
    const isNow = hasDeadline && (now > 0.15 || serious.length > 1);
    return {
      level: isNow || headSays === 2 ? 2 : 1,
      p: Math.max(0.7, isNow ? now : today),
      rules: hasDeadline ? [...serious, 'deadline'] : serious,
    };
  }
  if (hasDeadline && headSays === 0 && asks > 0.6 && wait < LIKELY_WAITS)
    return { level: 1, p: Math.max(0.6, today), rules: ['deadline'] };
  return { level: headSays, p: [wait, today, now][headSays] ?? 0, rules: [] };
}
