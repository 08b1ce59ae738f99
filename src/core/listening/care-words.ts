import type { Own, WordsByLanguage } from '../learning/own.ts';
import { sameTongue } from '../routing/languages.ts';
import { shippedTriggers } from '../understanding/words/triggers.ts';
import { compileList, type Said } from './said.ts';

const EVERY = '*';
const NOTHING: Own['triggers'] = { added: {}, off: {} };
const careOf = new WeakMap<Own['triggers'], Map<string, readonly Said[]>>();

/** What a table says for a language: its own list and that for every language. None told: all of them. */
export function wordsFor(words: WordsByLanguage, language: string | null): readonly string[] {
  const lists = Object.entries(words).filter(
    ([key]) => language === null || key === EVERY || sameTongue(key, language),
  );
  return lists.flatMap(([, list]) => list);
}

/** What calls for care in this workspace, beside what a rule asks for itself: shipped and added, without what is off. */
export function careWords(own: Own['triggers'] | null, language: string | null): readonly string[] {
  const { added, off } = own ?? NOTHING;
  const isOff = new Set(wordsFor(off, language));
  return [...wordsFor(shippedTriggers, language), ...wordsFor(added, language)].filter((word) => !isOff.has(word));
}

export function compiledCare(own: Own['triggers'] | null, language: string | null): readonly Said[] {
  const key = own ?? NOTHING;
  const known = careOf.get(key) ?? new Map<string, readonly Said[]>();
  careOf.set(key, known);
  const name = language ?? '';
  const made = known.get(name) ?? compileList(careWords(own, language));
  known.set(name, made);
  return made;
}
