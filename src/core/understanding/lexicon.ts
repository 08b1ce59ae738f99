import { type cut as Cut, MARK, mix, SYLLABLES } from './words-of.ts';

const SPACE = 0x20;
/** Longest idiom, in words. */
const WORDS = 3;
/** So many letters of an ending may follow a known stem. */
const ENDING = 3;

/** Words with a feeling, by hash, in a table that is looked up without allocating. */
export interface Lexicon {
  readonly hashes: Int32Array;
  readonly weights: Int8Array;
}

/** The hash of words that follow each other, in one language: `Gift` is poison in German. */
export const joined = (before: number, next: number): number => mix(mix(before, SPACE), next);
export const inLanguage = (hash: number, language: number): number => mix(hash ^ language, 0x3d);

export function createLexicon(entries: readonly (readonly [hash: number, weight: number])[]): Lexicon {
  let size = 16;
  while (size < entries.length * 2) size *= 2;
  const hashes = new Int32Array(size);
  const weights = new Int8Array(size);
  for (const [hash, weight] of entries) {
    let at = hash & (size - 1);
    while (weights[at] !== 0 && hashes[at] !== hash) at = (at + 1) & (size - 1);
    hashes[at] = hash;
    weights[at] = weight;
  }
  return { hashes, weights };
}

function weightOf({ hashes, weights }: Lexicon, hash: number): number {
  const last = hashes.length - 1;
  for (let at = hash & last; weights[at] !== 0; at = (at + 1) & last) if (hashes[at] === hash) return weights[at] ?? 0;
  return 0;
}

/** What the words of a message feel like, one after the other. Written anew by each `feel`. */
export const felt = { weights: new Int8Array(1300), at: new Uint16Array(1300), long: new Uint8Array(1300), count: 0 };

/** Looks up the words of a cut message: the longest idiom first, then the word, then its stem. */
export function feel(cut: typeof Cut, lexicon: Lexicon, language: number): void {
  felt.count = 0;
  for (let at = 0; at < cut.words; ) {
    let hash = cut.hashes[at] ?? 0;
    let best = weightOf(lexicon, inLanguage(hash, language));
    let long = 1;
    if (best === 0) best = stemOf(cut, at, lexicon, language);
    for (let more = 1; more < WORDS && at + more < cut.words; more++) {
      hash = joined(hash, cut.hashes[at + more] ?? 0);
      const weight = weightOf(lexicon, inLanguage(hash, language));
      if (weight !== 0) [best, long] = [weight, more + 1];
    }
    if (best !== 0) {
      felt.weights[felt.count] = best;
      felt.long[felt.count] = long;
      felt.at[felt.count++] = at;
    }
    at += long;
  }
}

function stemOf(cut: typeof Cut, at: number, lexicon: Lexicon, language: number): number {
  const kind = cut.kinds[at];
  if (kind === MARK) return 0;
  const start = cut.starts[at] ?? 0;
  const end = cut.ends[at] ?? 0;
  const least = kind === SYLLABLES ? 2 : 5;
  for (let to = end - 1; to >= Math.max(start + least, end - ENDING); to--) {
    const weight = weightOf(lexicon, inLanguage(cut.soFar[to - 1] ?? 0, language));
    if (weight !== 0) return weight;
  }
  return 0;
}
