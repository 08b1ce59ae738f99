import { softmax } from './heads.ts';
import { MODEL_LANGUAGES, TONGUE_PLACES } from './model.ts';
import { mix } from './words-of.ts';

const MOST_LETTERS = 80;
export const tongueBag = { index: new Uint32Array(MOST_LETTERS * 5), count: 0 };

/** Reads a short text into parts of up to four letters, with their accents: they tell one language from another. */
export function readTongue(words: string): typeof tongueBag {
  const text = ` ${words.toLowerCase()} `;
  tongueBag.count = 0;
  const end = Math.min(text.length, MOST_LETTERS);
  for (let from = 0; from < end; from++) {
    let hash = 0x2f6b1d35;
    for (let to = from, many = 1; many <= 4 && to < end; to++, many++) {
      hash = mix(hash, text.charCodeAt(to));
      tongueBag.index[tongueBag.count++] = (hash ^ (hash >>> 15)) & (TONGUE_PLACES - 1);
    }
  }
  return tongueBag;
}

const logits = new Float32Array(MODEL_LANGUAGES.length);

/** How likely a short text is in each of the languages of the corpora; Greek in Latin letters counts as Greek. */
export function tonguesOf(words: string, table: Int8Array, step: number): Float64Array {
  const { index, count } = readTongue(words);
  logits.fill(0);
  const scale = step / Math.sqrt(Math.max(1, count));
  for (let at = 0; at < count; at++) {
    const row = (index[at] ?? 0) * logits.length;
    for (let tongue = 0; tongue < logits.length; tongue++)
      logits[tongue] = (logits[tongue] ?? 0) + (table[row + tongue] ?? 0) * scale;
  }
  return softmax(logits, 1, []);
}
