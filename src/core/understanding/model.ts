import { COUNTED, PLACES } from './bag.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';

/** The heads in the order of their columns. */
export const HEAD_SIZES = { sentiment: 3, kind: 7, urgency: 3, topic: 12 } as const;
export const COLUMNS = 25;
/** Languages of the corpora, in the order in which the model numbers them, from 1 on. */
export const MODEL_LANGUAGES = ['en', 'el', 'hr', 'ko', 'hu', 'fi', 'de'] as const;
export const TONGUE_PLACES = 2 ** 14;
const MAGIC = 0x45_55_4d_31;
const WORDS = PLACES / 32;

/** What was learned, as it lies in the file. */
export interface Parts {
  /** One bit a place: something is known of it. */
  readonly known: Uint32Array;
  /** `COLUMNS` for each known place, in their order. */
  readonly weights: Int8Array;
  /** What one step of each column is worth. */
  readonly steps: Float32Array;
  readonly lexicon: readonly (readonly [hash: number, weight: number])[];
  /** Which of the languages of the corpora a short text is in: `MODEL_LANGUAGES.length` for each place. */
  readonly tongues: Int8Array;
  readonly tongueStep: number;
}
export interface Model extends Omit<Parts, 'lexicon'> {
  /** How many places are known before each word of `known`. */
  readonly before: Uint32Array;
  readonly lexicon: Lexicon;
}

const HEADER = 5;

export function writeModel({ known, weights, steps, lexicon, tongues, tongueStep }: Parts): Uint8Array {
  const head = new Uint32Array([MAGIC, weights.length / COLUMNS, lexicon.length, tongues.length, 0]);
  new Float32Array(head.buffer)[4] = tongueStep;
  const hashes = new Int32Array(lexicon.map(([hash]) => hash));
  const feelings = new Int8Array(lexicon.map(([, weight]) => weight));
  const pieces = [head, steps, known, hashes, feelings, tongues, weights];
  const file = new Uint8Array(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of pieces) {
    file.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return file;
}

/** @throws where the file is not a model of this version of the program */
export function readModel(file: Uint8Array): Model {
  // The words of the file start at a multiple of four only in a copy.
  const bytes = new Uint8Array(file).buffer;
  const head = new Uint32Array(bytes, 0, HEADER);
  const [magic = 0, rows = 0, entries = 0, tongueCells = 0] = head;
  const whole = (HEADER + COLUMNS + WORDS + entries) * 4 + entries + tongueCells + rows * COLUMNS;
  if (magic !== MAGIC || whole !== bytes.byteLength)
    throw new Error('models/understanding.bin is not whole. Run `npm run train`.');
  let at = HEADER * 4;
  const next = <Piece>(make: (from: number) => Piece, size: number): Piece => {
    const piece = make(at);
    at += size;
    return piece;
  };
  const steps = next((from) => new Float32Array(bytes, from, COLUMNS), COLUMNS * 4);
  const known = next((from) => new Uint32Array(bytes, from, WORDS), WORDS * 4);
  const hashes = next((from) => new Int32Array(bytes, from, entries), entries * 4);
  const feelings = next((from) => new Int8Array(bytes, from, entries), entries);
  const tongues = next((from) => new Int8Array(bytes, from, tongueCells), tongueCells);
  const weights = next((from) => new Int8Array(bytes, from, rows * COLUMNS), rows * COLUMNS);
  const lexicon = createLexicon([...hashes].map((hash, nth) => [hash, feelings[nth] ?? 0] as const));
  const tongueStep = new Float32Array(bytes, 16, 1)[0] ?? 0;
  return { known, before: countBefore(known), weights, steps, lexicon, tongues, tongueStep };
}

function countBefore(known: Uint32Array): Uint32Array {
  const before = new Uint32Array(known.length);
  for (let word = 1; word < known.length; word++) before[word] = (before[word - 1] ?? 0) + bits(known[word - 1] ?? 0);
  return before;
}

/** How many bits of a word are set. */
export function bits(word: number): number {
  let count = word - ((word >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Where the weights of a place start, or -1: nothing is known of it. */
export function rowOf({ known, before }: Model, place: number): number {
  const word = known[place >>> 5] ?? 0;
  const bit = 1 << (place & 31);
  if ((word & bit) === 0) return -1;
  return ((before[place >>> 5] ?? 0) + bits(word & (bit - 1))) * COLUMNS;
}

export { COUNTED, PLACES };
