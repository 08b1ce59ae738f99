import type { Reader } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import { MODEL_LANGUAGES } from './model.ts';
import { NEGATORS } from './words/negators.ts';
import { hashOf } from './words-of.ts';

const hashesOf = (words: string): ReadonlySet<number> => new Set(words.split(' ').map(hashOf));

/** How a language is read. One that the model never saw is read by what all languages share. */
export function createReaders(lexicon: Lexicon): (language: string | null) => Reader {
  const unknown: Reader = { language: 0, code: '', lexicon, negators: new Set() };
  const known = new Map(
    MODEL_LANGUAGES.map((code, nth): [string, Reader] => [
      code,
      { language: nth + 1, code, lexicon, negators: hashesOf(NEGATORS[code] ?? '') },
    ]),
  );
  return (language) => known.get(language ?? '') ?? unknown;
}
