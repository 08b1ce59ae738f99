import { APOSTROPHE, KIND_OF, LETTER, PLAIN_OF, SILENT, SYLLABLE } from './fold.ts';
import { type cut as Cut, compose, hashOf, MARK } from './words-of.ts';

/** A list of phrases, ready to be found in a cut message in one pass. */
export interface Phrases {
  /** By the hash of the first word: whole words. */
  readonly whole: ReadonlyMap<number, readonly Phrase[]>;
  /** By the hash of the stem that the first word begins with. */
  readonly stems: ReadonlyMap<number, readonly Phrase[]>;
  readonly shortestStem: number;
  /** Whether a hash may be one of a whole word (1) or of a stem (2): most words begin no phrase, and this says so at once. */
  readonly maybe: Uint8Array;
}
interface Phrase {
  readonly said: string;
  readonly name: string;
  readonly words: readonly { readonly hash: number; readonly length: number; readonly isStem: boolean }[];
}
export interface Found {
  readonly said: string;
  readonly name: string;
  /** The words of the cut message that it is, from and to and not including. */
  readonly from: number;
  readonly to: number;
}

const STAR = '*';
const WHOLE = 1;
const STEM = 2;
const MAYBES = 2 ** 14;
const maybeAt = (hash: number): number => (hash ^ (hash >>> 14)) & (MAYBES - 1);

/** A word as `cut` has it: without accents, capitals and apostrophes. */
export function plain(word: string): string {
  let out = '';
  for (const unit of compose(word).split('')) {
    const code = unit.charCodeAt(0);
    const kind = KIND_OF[code];
    if (kind === SILENT || kind === APOSTROPHE) continue;
    out += kind === LETTER || kind === SYLLABLE ? String.fromCharCode(PLAIN_OF[code] ?? code) : unit;
  }
  return out;
}

/** @param lists phrases by the name of what they mean. `*` at the end of a word stands for any ending. */
export function compilePhrases(lists: Readonly<Record<string, readonly string[]>>): Phrases {
  const whole = new Map<number, Phrase[]>();
  const stems = new Map<number, Phrase[]>();
  const maybe = new Uint8Array(MAYBES);
  let shortestStem = 99;
  for (const [name, list] of Object.entries(lists)) {
    for (const said of list) {
      const words = said
        .trim()
        .split(/\s+/)
        .map((word) => {
          const isStem = word.endsWith(STAR);
          const text = plain(isStem ? word.slice(0, -1) : word);
          return { hash: hashOf(text), length: text.length, isStem };
        });
      const [first] = words;
      if (!first || first.length === 0) continue;
      const into = first.isStem ? stems : whole;
      if (first.isStem) shortestStem = Math.min(shortestStem, first.length);
      const place = maybeAt(first.hash);
      maybe[place] = (maybe[place] ?? 0) | (first.isStem ? STEM : WHOLE);
      into.set(first.hash, [...(into.get(first.hash) ?? []), { said, name, words }]);
    }
  }
  return { whole, stems, shortestStem, maybe };
}

/** All phrases that stand in the message. */
export function findPhrases(cut: typeof Cut, { whole, stems, shortestStem, maybe }: Phrases): readonly Found[] {
  const found: Found[] = [];
  for (let at = 0; at < cut.words; at++) {
    const word = cut.hashes[at] ?? 0;
    const exact = ((maybe[maybeAt(word)] ?? 0) & WHOLE) !== 0 ? whole.get(word) : undefined;
    if (exact) keep(exact, cut, at, found);
    if (stems.size === 0 || cut.kinds[at] === MARK) continue;
    const end = cut.ends[at] ?? 0;
    for (let to = (cut.starts[at] ?? 0) + shortestStem; to <= end; to++) {
      const begin = cut.soFar[to - 1] ?? 0;
      const stem = ((maybe[maybeAt(begin)] ?? 0) & STEM) !== 0 ? stems.get(begin) : undefined;
      if (stem) keep(stem, cut, at, found);
    }
  }
  return found;
}

function keep(phrases: readonly Phrase[], cut: typeof Cut, at: number, found: Found[]): void {
  for (const { said, name, words } of phrases) {
    const fits = words.every((word, nth) => {
      const place = at + nth;
      if (place >= cut.words) return false;
      if (!word.isStem) return cut.hashes[place] === word.hash;
      const start = cut.starts[place] ?? 0;
      return start + word.length <= (cut.ends[place] ?? 0) && cut.soFar[start + word.length - 1] === word.hash;
    });
    if (fits) found.push({ said, name, from: at, to: at + words.length });
  }
}
