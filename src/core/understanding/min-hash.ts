import { type cut as Cut, compose, cutWords, MARK, mix, SYLLABLES } from './words-of.ts';

export const SIGNATURE = 128;
/** Fewer words than this are alike by chance: "thank you very much". */
const FEWEST = 4;
/** Without spaces between words, so many letters in a row stand for one. */
const LETTERS = 5;

const multipliers = new Uint32Array(SIGNATURE);
const offsets = new Uint32Array(SIGNATURE);
let state = 0x9e3779b9;
for (let nth = 0; nth < SIGNATURE; nth++) {
  multipliers[nth] = (next() | 1) >>> 0;
  offsets[nth] = next();
}
function next(): number {
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
  state = Math.imul(state ^ (state >>> 12), 0x297a2d39);
  state = (state ^ (state >>> 15)) + 0x6d2b79f5;
  return state >>> 0;
}

/** Writes the signature of a text. @returns false where it says too little to be compared */
export function minHash(text: string, into: Uint32Array): boolean {
  const cut = cutWords(compose(text));
  into.fill(0xffffffff);
  let words = 0;
  let before = 0;
  let hasSyllables = false;
  for (let at = 0; at < cut.words; at++) {
    if (cut.kinds[at] === MARK) continue;
    const hash = cut.hashes[at] ?? 0;
    hasSyllables ||= cut.kinds[at] === SYLLABLES;
    lower(into, hash);
    if (words > 0) lower(into, mix(mix(before, 0x20), hash));
    before = hash;
    words++;
  }
  if (hasSyllables) lowerByLetters(cut, into);
  return words >= FEWEST || (hasSyllables && cut.length > LETTERS * 2);
}

function lowerByLetters({ text, length }: typeof Cut, into: Uint32Array): void {
  for (let from = 0; from + LETTERS <= length; from++) {
    let hash = 0x3b9aca07;
    for (let at = from; at < from + LETTERS; at++) hash = mix(hash, text[at] ?? 0);
    lower(into, hash);
  }
}

function lower(into: Uint32Array, hash: number): void {
  const spread = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  for (let nth = 0; nth < SIGNATURE; nth++) {
    const mixed = Math.imul(spread ^ (offsets[nth] ?? 0), multipliers[nth] ?? 1);
    const value = (mixed ^ (mixed >>> 16)) >>> 0;
    if (value < (into[nth] ?? 0)) into[nth] = value;
  }
}

export function similarity(a: Uint32Array, b: Uint32Array): number {
  let same = 0;
  for (let nth = 0; nth < SIGNATURE; nth++) if (a[nth] === b[nth]) same++;
  return same / SIGNATURE;
}
