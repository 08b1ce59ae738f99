import { isOrdinary } from './ordinary.ts';

const SHORTEST = 5;
/** Every spelling is looked for beside the right one, and paid for where a network takes money. */
export const SLIPS_MOST = 6;
const OFTEN_DOUBLED = 'lntrsmpcfgdbk';
const LATIN = /^[a-z]+$/;
const VOWEL = /[aeiouy]/;

/** The misspellings of a word that people make most: a letter doubled or not, two swapped. Never another word. */
export function slipsOf(word: string, languages: readonly string[]): readonly string[] {
  if (word.length < SHORTEST || !LATIN.test(word)) return [];
  const told = languages.length > 0 ? languages : [null];
  const isWord = (slip: string) => told.some((language) => isOrdinary(slip, language));
  const slips = [...halved(word), ...swapped(word), ...doubled(word)];
  return [...new Set(slips)].filter((slip) => slip !== word && !isWord(slip)).slice(0, SLIPS_MOST);
}

const halved = (word: string): readonly string[] =>
  [...word].flatMap((letter, at) => (letter === word[at + 1] ? [word.slice(0, at) + word.slice(at + 1)] : []));

/** From behind, where people look less; a vowel and a consonant change places more often than two consonants. */
const swapped = (word: string): readonly string[] => {
  const pairs = [...word].flatMap((letter, at) => {
    const next = word[at + 1];
    if (at === 0 || next === undefined || next === letter) return [];
    const slip = word.slice(0, at) + next + letter + word.slice(at + 2);
    return [{ slip, isCommon: VOWEL.test(letter) !== VOWEL.test(next) }];
  });
  const behind = pairs.toReversed();
  return [...behind.filter(({ isCommon }) => isCommon), ...behind.filter(({ isCommon }) => !isCommon)].map(
    ({ slip }) => slip,
  );
};

const doubled = (word: string): readonly string[] =>
  [...word].flatMap((letter, at) =>
    at > 0 && OFTEN_DOUBLED.includes(letter) && letter !== word[at + 1] && letter !== word[at - 1]
      ? [word.slice(0, at) + letter + word.slice(at)]
      : [],
  );
