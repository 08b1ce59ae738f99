import { sameTongue } from '../routing/languages.ts';
import { foldWord } from './fold-letter.ts';
import { ordinaryDe } from './words/ordinary-de.ts';
import { ordinaryEl } from './words/ordinary-el.ts';
import { ordinaryEn } from './words/ordinary-en.ts';
import { ordinaryFi } from './words/ordinary-fi.ts';
import { ordinaryHr } from './words/ordinary-hr.ts';
import { ordinaryHu } from './words/ordinary-hu.ts';
import { ordinaryKo } from './words/ordinary-ko.ts';

const LISTS: Readonly<Record<string, string>> = {
  en: ordinaryEn,
  de: ordinaryDe,
  el: ordinaryEl,
  hr: ordinaryHr,
  hu: ordinaryHu,
  fi: ordinaryFi,
  ko: ordinaryKo,
};
const sets = new Map<string, ReadonlySet<string>>();

function setOf(tongue: string): ReadonlySet<string> {
  let made = sets.get(tongue);
  if (!made) {
    made = new Set((LISTS[tongue] ?? '').split(/\s+/).map(foldWord));
    sets.set(tongue, made);
  }
  return made;
}

/** The list that a language has of its own, or null. */
export const tongueOf = (language: string): string | null =>
  Object.keys(LISTS).find((one) => sameTongue(one, language)) ?? null;

/** Whether people say this word who speak of no brand. `folded`, and in any of our languages where none is told. */
export function isOrdinary(folded: string, language: string | null): boolean {
  if (language === null) return Object.keys(LISTS).some((tongue) => setOf(tongue).has(folded));
  const tongue = tongueOf(language);
  // English stands in posts of all languages.
  return (tongue !== null && setOf(tongue).has(folded)) || setOf('en').has(folded);
}

/** The words of a language that begin so, as they are written. */
export function ordinaryFrom(stem: string, tongue: string): readonly string[] {
  return (LISTS[tongue] ?? '').split(/\s+/).filter((word) => word !== '' && foldWord(word).startsWith(stem));
}

const natural = new Map<string, ReadonlyMap<string, string>>();

/** A word as it is written in the language, with its accents, where it is known; the others as they come. */
export function written(phrase: string, tongue: string): string {
  let known = natural.get(tongue);
  if (!known) {
    const words = (LISTS[tongue] ?? '').split(/\s+/).filter((word) => word !== '');
    known = new Map(words.map((word) => [foldWord(word), word]));
    natural.set(tongue, known);
  }
  const all = known;
  return phrase
    .split(' ')
    .map((word) => all.get(foldWord(word)) ?? word.replace(/σ$/u, 'ς'))
    .join(' ');
}
