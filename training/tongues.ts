import { MODEL_LANGUAGES, TONGUE_PLACES } from '../src/core/understanding/model.ts';
import { wordsOnly } from '../src/core/understanding/script.ts';
import { readTongue } from '../src/core/understanding/tongues.ts';
import type { Example } from './corpus.ts';
import { greeklish } from './greeklish.ts';
import { learn, type Row } from './learn.ts';

/** Learns to tell short texts of the corpora's languages apart. */
export function learnTongues(examples: readonly Example[]): {
  readonly tongues: Int8Array;
  readonly tongueStep: number;
} {
  const rows = examples.flatMap((example, nth): Row[] => {
    const text = wordsOnly(example.text.replaceAll('{brand}', ' '));
    const latin = example.language === 'el' ? greeklish(text, nth) : text;
    const words = latin.split(' ');
    // Short ones are what it is for: half of the texts are cut to a few words.
    const start = nth % Math.max(1, words.length - 3);
    const short = words.slice(start, start + 2 + (nth % 3)).join(' ');
    return [latin, short].filter((one) => /\p{L}{2}/u.test(one)).map((one) => rowOf(one, example.language));
  });
  const weights = learn(rows, {
    sizes: [MODEL_LANGUAGES.length],
    places: TONGUE_PLACES,
    kept: 0,
    rounds: 5,
    rate: 0.2,
    shrink: 0,
    dropped: 0.1,
    classPower: 0.5,
    seed: 4,
  });
  let most = 0;
  for (const weight of weights) most = Math.max(most, Math.abs(weight));
  const tongueStep = most / 127;
  return { tongues: Int8Array.from(weights, (weight) => Math.round(weight / tongueStep)), tongueStep };
}

function rowOf(text: string, language: string): Row {
  const { index, count } = readTongue(text);
  const value = new Float32Array(count).fill(1 / Math.sqrt(Math.max(1, count)));
  return { index: index.slice(0, count), value, labels: [MODEL_LANGUAGES.indexOf(language as 'en')], weight: 1 };
}
