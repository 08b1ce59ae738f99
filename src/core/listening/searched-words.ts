import type { Own } from '../learning/own.ts';
import { sameTongue } from '../routing/languages.ts';
import { careWords, wordsFor } from './care-words.ts';
import { foldWord } from './fold-letter.ts';
import type { ListeningBody } from './listening-rule.ts';
import { ordinaryFrom, tongueOf, written } from './ordinary.ts';
import { slipsOf } from './slips.ts';

const STAR = '*';
/** Only here do a few forms stand for all of them; elsewhere a stem stays one, and a network that knows none looks wider. */
const FEW_FORMS = ['en', 'de'] as const;
const FORMS_MOST = 5;
const ENGLISH = ['', 's', 'ed', 'ing', 'ly'];
const NAME = /^[\p{L}\p{N}_]+$/u;
const HANDLE = /^[a-z0-9_]{2,}$/;

/** How people write one brand word who want to be found, or do not know that somebody looks. */
export function brandForms(
  word: string,
  { forms, languages }: Pick<ListeningBody, 'forms' | 'languages'>,
): readonly string[] {
  const written = word
    .normalize('NFC')
    .trim()
    .replace(/^[#@]+/, '')
    .replace(/\s+/gu, ' ')
    .toLowerCase();
  const parts = written.split(/[\s-]+/).filter((part) => foldWord(part) !== '');
  const joined = parts.join('').replaceAll(/['’]/g, '');
  const plain = foldWord(written);
  if (plain === '') return [];
  const isSimple = NAME.test(joined);
  const found: string[] = [];
  if (forms.includes('plain')) {
    found.push(written);
    if (parts.length > 1 && isSimple) found.push(joined);
    if (parts.length === 1 && isSimple && plain !== joined) found.push(plain);
  }
  if (forms.includes('misspelt') && isSimple) found.push(...misspelt(parts, plain, languages));
  if (forms.includes('hashtag') && isSimple) found.push(`#${joined}`);
  if (forms.includes('handle') && HANDLE.test(plain)) found.push(`@${plain}`);
  return [...new Set(found)];
}

/** `ketle co` and `ketleco`: no more of both together than of one word. */
function misspelt(parts: readonly string[], joined: string, languages: readonly string[]): readonly string[] {
  if (parts.length === 1) return slipsOf(joined, languages);
  const [first = '', ...rest] = parts;
  return slipsOf(foldWord(first), languages)
    .slice(0, 3)
    .flatMap((slip) => [[slip, ...rest].join(' '), [slip, ...rest].join('')]);
}

/** What must stand beside the brand, in the languages of the rule. */
export function triggerForms(
  { triggers, languages }: Pick<ListeningBody, 'triggers' | 'languages'>,
  own: Own['triggers'] | null,
): readonly string[] {
  const told: readonly (string | null)[] = languages.length > 0 ? languages : [null];
  const words = told.flatMap((language) =>
    [...careWords(own, language), ...wordsFor(triggers, language)].flatMap((word) => formsOf(word, language)),
  );
  return shortest([...new Set(words)]);
}

/** What has a shorter one in it asks for nothing more: `doesnt let me` beside `doesnt let`. */
function shortest(words: readonly string[]): readonly string[] {
  const all = new Set(words);
  return words.filter((phrase) => {
    const parts = phrase.split(' ');
    return !parts.some((_, from) =>
      parts.some(
        (__, to) => to >= from && to - from + 1 < parts.length && all.has(parts.slice(from, to + 1).join(' ')),
      ),
    );
  });
}

function formsOf(word: string, language: string | null): readonly string[] {
  if (!word.endsWith(STAR)) return spellings(word, language);
  const tongue = language === null ? null : FEW_FORMS.find((one) => sameTongue(one, language));
  const stem = word.slice(0, -1);
  if (!tongue || stem.includes(' ')) return [word];
  const said = ordinaryFrom(foldWord(stem), tongue);
  if (tongue === 'de') return said.length > 0 ? said.slice(0, FORMS_MOST) : [word];
  const grown = ENGLISH.map((ending) => stem + ending).filter((one) => said.includes(one));
  const forms = [...new Set([...grown, ...said])].slice(0, FORMS_MOST);
  return forms.length > 0 ? forms : [word];
}

/** The lists have no accents and no apostrophes, networks may. */
function spellings(word: string, language: string | null): readonly string[] {
  const tongue = language === null ? null : tongueOf(language);
  const proper = tongue === null ? word : written(word, tongue);
  const full = tongue === 'en' ? word.replace(/\b(ca|do|does|did|wo|is|are|was)nt\b/gu, "$1n't") : word;
  return [...new Set([word, proper, full])];
}
