import { distance } from './distance.ts';
import { isEnding, stemOf } from './endings.ts';
import { HANGUL, LETTER } from './fold-letter.ts';
import { isOrdinary, tongueOf } from './ordinary.ts';

const SHORTEST = 5;
const LONG = 9;
const HANGUL_SHORTEST = 3;
const ENDING_LEAST = 2;
const SOUNDS_LEAST = 6;
const VOWEL = /[aeiouyαεηιουω]/;

/** Whether somebody meant `name` who wrote `said`. Both folded. Never what people say anyway. */
export function isMisspelt(said: string, name: string, kind: number, language: string | null): boolean {
  if (kind === HANGUL) return isHangulMisspelt(said, name, language);
  if (kind !== LETTER || name.length < SHORTEST || said === name) return false;
  if (!startsAlike(said, name) || said.length < name.length - mostOf(name)) return false;
  if (isNear(said, name, language)) return !isOtherForm(said, name, language) && !isOrdinary(said, language);
  return isGrown(said, name, language) && !isOrdinary(said, language);
}

const mostOf = (name: string): number => (name.length >= LONG ? 2 : 1);

const startsAlike = (said: string, name: string): boolean =>
  said[0] === name[0] || (said[0] === name[1] && said[1] === name[0]);

function isNear(said: string, name: string, language: string | null): boolean {
  // Tele2 is not tele.
  if (digitsOf(said) !== digitsOf(name)) return false;
  if (name.length >= SOUNDS_LEAST && soundOf(said) === soundOf(name)) return true;
  if (distance(said, name, mostOf(name)) > mostOf(name)) return false;
  // Of a language without a list nobody knows what is a word: only slips of the finger.
  return language === null || tongueOf(language) !== null || isSlip(said, name);
}

/** A letter too many or too few of a double one, or two that changed places. */
const isSlip = (said: string, name: string): boolean =>
  single(said) === single(name) ||
  (said.length === name.length && [...said].sort().join('') === [...name].sort().join(''));
const single = (word: string): string => word.replace(/(.)\1+/gu, '$1');

const givesWay = (name: string, language: string | null): boolean =>
  language === null || stemOf(name, language) !== null;
const digitsOf = (word: string): string => word.replace(/\P{N}+/gu, '');
/** Vodaphone. */
const soundOf = (word: string): string => single(word.replaceAll('ph', 'f').replaceAll('ck', 'k').replaceAll('y', 'i'));

/** Another last vowel, or none in a language of cases, is another form of a word and no slip. */
function isOtherForm(said: string, name: string, language: string | null): boolean {
  if (said.startsWith(name) && isEnding(said.slice(name.length), language)) return true;
  const last = name.at(-1) ?? '';
  if (!VOWEL.test(last)) return false;
  const stem = name.slice(0, -1);
  return (
    (said === stem && givesWay(name, language)) ||
    (said.length === name.length && said.startsWith(stem) && VOWEL.test(said.at(-1) ?? ''))
  );
}

/** Misspelt, and with an ending of the language: Fjelin. */
function isGrown(said: string, name: string, language: string | null): boolean {
  if (language === null || said.length <= name.length - 1) return false;
  for (let long = name.length - 1; long <= name.length + 1 && long <= said.length - ENDING_LEAST; long++) {
    const start = said.slice(0, long);
    if (start.at(-1) !== name.at(-1) || start === name || isOrdinary(start, language)) continue;
    const isLike = name.length < LONG ? isSlip(start, name) : isNear(start, name, language);
    if (isLike && isEnding(said.slice(long), language)) return true;
  }
  return false;
}

/** 캐틀코: syllables as many, and one of their letters another. */
function isHangulMisspelt(said: string, name: string, language: string | null): boolean {
  if (name.length < HANGUL_SHORTEST || said.length < name.length) return false;
  const start = said.slice(0, name.length);
  // One letter is of one syllable.
  if ([...name].filter((syllable, at) => syllable !== start[at]).length !== 1) return false;
  if (isOrdinary(start, language) || isOrdinary(said, language)) return false;
  return distance(start.normalize('NFD'), name.normalize('NFD'), 1) === 1;
}
