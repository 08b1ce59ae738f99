import { HEADS, type Head } from '../learning/own.ts';
import { bag } from './bag.ts';
import { felt } from './lexicon.ts';
import { COLUMNS, HEAD_SIZES, type Model, rowOf } from './model.ts';
import { LONGEST } from './words-of.ts';

/** How an opinion's number is turned into how sure it is, found on lines that were not learned from. */
export interface Calibration {
  readonly temperature: number;
  /** Added to the logits: what customers say more often than those who wrote the corpora. */
  readonly offset: readonly number[];
}
export type Calibrations = Readonly<Record<Head, Calibration>>;

const FROM: Readonly<Record<Head, number>> = { sentiment: 0, kind: 3, urgency: 10, topic: 13 };
const rows = new Int32Array(bag.index.length);
// Sums in single precision would be rounded at every step, which takes longer.
const logits = new Float64Array(COLUMNS);
const scores = new Float64Array(LONGEST + 8);

/** What the heads say of the message in `bag`. */
export function judge(model: Model, calibrations: Calibrations): Record<Head, Float64Array> {
  logits.fill(0);
  const { weights } = model;
  const { count, index, value: values } = bag;
  for (let at = 0; at < count; at++) {
    const row = rowOf(model, index[at] ?? 0);
    rows[at] = row;
    if (row < 0) continue;
    const value = values[at] ?? 0;
    for (let column = 0; column < COLUMNS; column++)
      logits[column] = (logits[column] ?? 0) + value * (weights[row + column] ?? 0);
  }
  for (let column = 0; column < COLUMNS; column++) logits[column] = (logits[column] ?? 0) * (model.steps[column] ?? 0);
  return {
    sentiment: sure('sentiment', calibrations),
    kind: sure('kind', calibrations),
    urgency: sure('urgency', calibrations),
    topic: sure('topic', calibrations),
  };
}

function sure(head: Head, calibrations: Calibrations): Float64Array {
  const { temperature, offset } = calibrations[head];
  return softmax(logits.subarray(FROM[head], FROM[head] + HEAD_SIZES[head]), temperature, offset);
}

export function softmax(from: ArrayLike<number>, temperature: number, offset: readonly number[]): Float64Array {
  const p = new Float64Array(from.length);
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < p.length; at++) {
    const logit = (from[at] ?? 0) / temperature + (offset[at] ?? 0);
    p[at] = logit;
    if (logit > most) most = logit;
  }
  let sum = 0;
  for (let at = 0; at < p.length; at++) {
    const e = Math.exp((p[at] ?? 0) - most);
    p[at] = e;
    sum += e;
  }
  for (let at = 0; at < p.length; at++) p[at] = (p[at] ?? 0) / sum;
  return p;
}

export function likeliest(p: ArrayLike<number>): number {
  let best = 0;
  for (let at = 1; at < p.length; at++) if ((p[at] ?? 0) > (p[best] ?? 0)) best = at;
  return best;
}

/** Below this a word did not decide anything. */
const SAID_NOTHING = 0.02;
/** Some of them say nothing to people: a few more than are shown. */
const NAMED = 6;

/**
 * The words that spoke most for a label and against the next likely one, strongest first.
 * Reads what the last `judge` left behind.
 */
export function decidedBy(model: Model, head: Head, p: Float64Array, words: number): readonly number[] {
  const best = likeliest(p);
  const others = Float64Array.from(p);
  others[best] = -1;
  const win = FROM[head] + best;
  const lose = FROM[head] + likeliest(others);
  const [up, down] = [model.steps[win] ?? 0, model.steps[lose] ?? 0];
  scores.fill(0, 0, words + 1);
  const { weights } = model;
  const { count, word: from, value: values } = bag;
  for (let at = 0; at < count; at++) {
    const row = rows[at] ?? -1;
    const word = from[at] ?? 0;
    if (row < 0 || word >= words) continue;
    const says = (values[at] ?? 0) * (up * (weights[row + win] ?? 0) - down * (weights[row + lose] ?? 0));
    scores[word] = (scores[word] ?? 0) + says;
  }
  if (head === 'sentiment' && best !== 1) addFeelings(best === 2 ? 1 : -1);
  return strongest(words);
}

/** A word with a feeling speaks for it by what was counted, too. */
function addFeelings(sign: number): void {
  for (let nth = 0; nth < felt.count; nth++) {
    const weight = (felt.weights[nth] ?? 0) * sign;
    const first = felt.at[nth] ?? 0;
    for (let at = first; at < first + (felt.long[nth] ?? 1); at++) scores[at] = (scores[at] ?? 0) + weight * 0.1;
  }
}

function strongest(words: number): readonly number[] {
  const found: number[] = [];
  for (let nth = 0; nth < NAMED; nth++) {
    let best = -1;
    for (let at = 0; at < words; at++)
      if ((scores[at] ?? 0) > (best < 0 ? SAID_NOTHING : (scores[best] ?? 0))) best = at;
    if (best < 0) break;
    found.push(best);
    scores[best] = 0;
  }
  return found;
}

export { HEADS };
