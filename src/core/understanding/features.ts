import type { Features } from '../learning/own.ts';
import { addToBag, bag, emptyBag, levelBag } from './bag.ts';
import { countFeelings } from './feelings.ts';
import type { Lexicon } from './lexicon.ts';
import { countSigns } from './signs.ts';
import { type cut as Cut, compose, cutWords, MARK, mix, SYLLABLES } from './words-of.ts';

/** What is known of a language before a message is read. */
export interface Reader {
  /** 0: a language of which nothing is known. */
  readonly language: number;
  /** Of the lists of words by which signs are found. */
  readonly code: string;
  readonly lexicon: Lexicon;
  readonly negators: ReadonlySet<number>;
}

const SHORTEST = 3;
const LONGEST = 5;
/** Parts of words say less than words. */
const PART = 0.6;
/** So many words after a "not" are read as denied. */
const DENIED = 4;
const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
/** Ways in which a Hangul syllable can end. */
const ENDINGS = 28;

/**
 * Reads a message into `bag`: words, words as their language means them, pairs with and without one between, parts of
 * words, what is denied, what its words feel like, and the signs that stand in it.
 */
export function readInto(text: string, reader: Reader): typeof Cut {
  const cut = cutWords(compose(text));
  emptyBag();
  let denied = 0;
  let before = 0x1234567;
  let beforeThat = 0x7654321;
  for (let at = 0; at < cut.words; at++) {
    const hash = cut.hashes[at] ?? 0;
    addToBag(mix(hash, 1), at, 1);
    addToBag(mix(mix(hash, reader.language), 6), at, 1);
    addToBag(mix(mix(before, 2), hash), at, 1);
    addToBag(mix(mix(beforeThat, 3), hash), at, 1);
    if (denied > 0 && cut.kinds[at] !== MARK) addToBag(mix(hash, 4), at, 1);
    if (reader.negators.has(hash)) denied = DENIED;
    else if (denied > 0) denied--;
    beforeThat = before;
    before = hash;
    if (cut.kinds[at] !== MARK) addParts(cut, at);
    if (cut.kinds[at] === SYLLABLES) addOpenSyllables(cut, at);
  }
  if (cut.words > 0) addToBag(mix(mix(before, 2), 7), cut.words - 1, 1);
  levelBag();
  countFeelings(cut, reader);
  countSigns(cut, reader.code);
  return cut;
}

function addParts(cut: typeof Cut, at: number): void {
  const { text } = cut;
  const start = cut.starts[at] ?? 0;
  const end = cut.ends[at] ?? 0;
  const isSyllables = cut.kinds[at] === SYLLABLES;
  const least = isSyllables ? 1 : SHORTEST;
  const most = isSyllables ? 3 : LONGEST;
  for (let from = start - 1; from < end; from++) {
    let hash = 0x1f3d5b79;
    for (let to = from, many = 1; many <= most && to <= end; to++, many++) {
      const isEdge = to < start || to === end;
      hash = mix(hash, isEdge ? 0x20 : (text[to] ?? 0));
      if (many >= least && !(isEdge && many === 1)) addToBag(mix(hash, many + 8), at, PART);
    }
  }
}

/** Without their final consonants the endings of one Korean verb are alike. */
function addOpenSyllables(cut: typeof Cut, at: number): void {
  const end = cut.ends[at] ?? 0;
  let last = 0x20;
  let lastButOne = 0x20;
  for (let to = cut.starts[at] ?? 0; to <= end; to++) {
    const code = to === end ? 0x20 : (cut.text[to] ?? 0);
    const isHangul = code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE;
    const open = isHangul ? code - ((code - FIRST_SYLLABLE) % ENDINGS) : code;
    addToBag(mix(mix(0x51ab, last), open), at, 1);
    addToBag(mix(mix(mix(0x51ad, lastButOne), last), open), at, 1);
    lastButOne = last;
    last = open;
  }
}

/** What a message consists of, as a copy, for those that keep it. */
export function featuresOf(text: string, reader: Reader): Features {
  readInto(text, reader);
  return copyOfBag();
}

export const copyOfBag = (): Features => ({
  index: bag.index.slice(0, bag.count),
  value: bag.value.slice(0, bag.count),
});
