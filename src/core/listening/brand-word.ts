import { cutPost } from './cut-post.ts';
import { foldWord, HANGUL, LETTER, SPACELESS } from './fold-letter.ts';

/** A brand word as it is looked for. */
export interface BrandWord {
  /** As the rule has it. */
  readonly word: string;
  readonly words: readonly { readonly text: string; readonly before: string; readonly after: string }[];
  /** Without spaces and signs: `kettleco`. */
  readonly joined: string;
  readonly kind: number;
  /** `H&M`, `Disney+`: the sign is a part of it, and what is left without it is another word. */
  readonly hasSign: boolean;
  /** `booking.com`, or null. */
  readonly site: string | null;
}

const UMLAUT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };

/** None where there is no letter in it; two where it can be written in two ways: Müller, Mueller. */
export function compileBrand(word: string): readonly BrandWord[] {
  const bare = word.trim().replace(/^[#@]+/, '');
  const spelt = bare.normalize('NFC').replace(/[äöü]/giu, (letter) => UMLAUT[letter.toLowerCase()] ?? letter);
  const ways = [compile(word, bare), ...(spelt === bare.normalize('NFC') ? [] : [compile(word, spelt)])];
  return ways.flatMap((way) => way ?? []);
}

function compile(word: string, bare: string): BrandWord | null {
  const { names } = cutPost(bare);
  const site = names.length === 1 && names[0]?.sort === '.' ? names[0].text : null;
  const { words } = cutPost(site === null ? bare : bare.split('.').join(' '));
  const [first] = words;
  if (!first) return null;
  const kinds = new Set(words.map(({ kind }) => kind));
  return {
    word,
    words: words.map(({ text, before, after }) => ({ text, before, after })),
    joined: foldWord(words.map(({ text }) => text).join('')),
    kind: kinds.size === 1 ? first.kind : kinds.has(SPACELESS) ? SPACELESS : kinds.has(HANGUL) ? HANGUL : LETTER,
    hasSign: words.some(({ before, after }) => before !== '' || after !== ''),
    site,
  };
}
