import type { Search } from '../../core/listening/search.ts';
import type { Thing } from './shapes.ts';

/** The search takes 512 characters (long-known behaviour of the API, noted 2026-11); no brand is as long as this. */
const PHRASE_MOST = 200;
/** What ends a phrase or cannot be typed. */
const DELIMITER = /["“”„‟«»＂\\\p{C}\p{Z}]+/gu;
const SEARCHABLE = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/**
 * What searches ask of Reddit: each word or phrase by itself and once, however many searches name it and in whichever
 * form, since the network reads through `#` and `@`. Within quotes nothing is an operator.
 */
export function phrasesOf(searches: readonly Search[]): readonly string[] {
  const all = searches.flatMap(({ anyOf }) => anyOf).flatMap((word) => phraseOf(word) ?? []);
  return [...new Map(all.map((phrase) => [phrase.toLowerCase(), phrase])).values()];
}

function phraseOf(word: string): string | null {
  const said = word
    .replaceAll(DELIMITER, ' ')
    .trim()
    .replace(/^[#@]+\s*/, '')
    .replace(/\s*\*+$/, '');
  return said.length <= PHRASE_MOST && SEARCHABLE.test(said) ? said : null;
}

export const queryFor = (phrase: string) => ({ q: `"${phrase}"`, sort: 'new', t: 'all', type: 'link' });

/** Writing in which one word follows another without a space. */
const JOINED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** The search is fuzzy; wanted is a post with the words beside each other, whatever stands between and ends them. */
export function hasPhrase(phrase: string): (thing: Thing) => boolean {
  const words = folded(phrase).match(/[\p{L}\p{N}]+/gu);
  const start = JOINED.test(words?.[0] ?? '') ? '' : '(?<![\\p{L}\\p{N}])';
  const pattern = words ? new RegExp(`${start}${words.join('[^\\p{L}\\p{N}]*')}`, 'u') : null;
  return ({ kind, data }) => {
    if (kind !== 't3') return false;
    const said = [data.title, data.selftext, data.url].join(' ');
    return pattern ? pattern.test(folded(said)) : said.includes(phrase);
  };
}

/** Accents, widths and the two sigmas are left to whoever judges it. */
const folded = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ς', 'σ');
