import { putInBag } from './bag.ts';
import { compilePhrases, findPhrases, type Phrases } from './phrases.ts';
import { ALARM_WORDS, ALARMS, type Alarm } from './words/alarms.ts';
import { HINT_WORDS, HINTS, type Hint } from './words/hints.ts';
import type { cut as Cut } from './words-of.ts';

export type Sign = Alarm | Hint;

/** Places that are counted, from here on: one a sign, in the order of the lists, then what they say together. */
const FIRST = 20;
const NAMES: readonly Sign[] = [...ALARMS, ...HINTS];
const PLACE_OF = new Map<string, number>(NAMES.map((name, nth) => [name, nth]));
const TOGETHER = FIRST + NAMES.length;
const HALF = 0.5;

const maskOf = (...names: readonly Sign[]): number =>
  names.reduce((mask, name) => mask | (1 << NAMES.indexOf(name)), 0);
const ALARMING = maskOf(...ALARMS);
const GRAVE = maskOf('injury', 'danger', 'fraud');
const SOON = maskOf('deadline');
const JUST_NOW = maskOf('justNow');
const CALM = maskOf('past', 'general', 'solved');
const NEEDED = maskOf('lacking', 'money', 'stuck', 'dependent', 'event');

const byLanguage = new Map<string, Phrases>();

function phrasesOf(language: string): Phrases {
  const known = byLanguage.get(language);
  if (known) return known;
  const made = compilePhrases({ ...ALARM_WORDS[language], ...HINT_WORDS[language] });
  byLanguage.set(language, made);
  return made;
}

/** The signs that stand in the message read last, with their words as the lists have them. Written anew by each `countSigns`. */
export const signs: { words: Partial<Record<Sign, string>> } = { words: {} };

/** Counts what the lists know of a message: what is urgent in one language is urgent in all of them. */
export function countSigns(cut: typeof Cut, language: string): void {
  const words: Partial<Record<Sign, string>> = {};
  let seen = 0;
  for (const { name, said } of findPhrases(cut, phrasesOf(language))) {
    const nth = PLACE_OF.get(name) ?? 0;
    if ((seen & (1 << nth)) !== 0) continue;
    seen |= 1 << nth;
    words[name as Sign] = said;
    putInBag(FIRST + nth, HALF);
  }
  signs.words = words;
  countTogether(seen);
}

/** A sum of signs cannot say that a fire is over, or that what is needed is needed soon. */
function countTogether(seen: number): void {
  const alarming = seen & ALARMING;
  const isGrave = (seen & GRAVE) !== 0;
  const isCalm = (seen & CALM) !== 0;
  const isSoon = (seen & SOON) !== 0;
  const isJustNow = (seen & JUST_NOW) !== 0;
  const isNeeded = (seen & NEEDED) !== 0;
  const isMoreThanOne = (alarming & (alarming - 1)) !== 0;
  putFlag(0, alarming === 0);
  putFlag(1, seen === 0);
  putFlag(2, isMoreThanOne);
  putFlag(3, isGrave && isCalm);
  putFlag(4, isGrave && !isCalm);
  putFlag(5, isGrave && (isJustNow || isSoon));
  putFlag(6, isSoon && isNeeded);
  putFlag(7, isJustNow && isNeeded);
  putFlag(8, isNeeded && isCalm);
}

const putFlag = (nth: number, isSet: boolean): void => putInBag(TOGETHER + nth, isSet ? HALF : 0);
