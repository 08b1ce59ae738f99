import { score, toProbabilities } from './adjust.ts';
import type { Example } from './example.ts';
import { OWN_PLACES, type OwnHead } from './own.ts';

const RATE = 0.2;
const SHRINK = 1e-4;
/** Without it the first step is as long whatever the lesson weighs, and one message moves all of its words. */
const CALM = 0.1;
const PASSES = 8;
/** After so many examples others get their turn: one fit takes longer than anybody should wait. */
const SLICE = 250;
const SEED = 20_261;

/**
 * Learns what is to be laid over the shipped model. A generator, so that whoever drives it can let others in between;
 * the same examples give the same model.
 *
 * @param learned the labels that there is enough of; the others stay as the shipped model has them
 */
export function* fitHead(
  labels: readonly string[],
  learned: ReadonlySet<number>,
  examples: readonly Example[],
): Generator<undefined, OwnHead, undefined> {
  const many = labels.length;
  const head = { labels, weights: new Float32Array(OWN_PLACES * many), bias: new Float32Array(many) };
  const paceOfWeights = new Float32Array(OWN_PLACES * many);
  const paceOfBias = new Float32Array(many);
  const p = new Float64Array(many);
  const order = examples.map((_, at) => at);
  const random = randomFrom(SEED);
  let seen = 0;
  for (let pass = 0; pass < PASSES; pass++) {
    shuffle(order, random);
    for (const at of order) {
      const example = examples[at];
      if (!example) continue;
      score(head, example.base, example.features, p);
      toProbabilities(p);
      for (let label = 0; label < many; label++) {
        if (!learned.has(label)) continue;
        const wrong = ((p[label] ?? 0) - (label === example.label ? 1 : 0)) * example.weight;
        step(head.bias, paceOfBias, label, wrong);
        learnWeights(head.weights, paceOfWeights, example, many, label, wrong);
      }
      seen += 1;
      if (seen % SLICE === 0) yield;
    }
  }
  return head;
}

function learnWeights(
  weights: Float32Array,
  pace: Float32Array,
  { features: { index, value } }: Example,
  many: number,
  label: number,
  wrong: number,
): void {
  for (let at = 0; at < index.length; at++) {
    const place = ((index[at] ?? 0) & (OWN_PLACES - 1)) * many + label;
    step(weights, pace, place, wrong * (value[at] ?? 0) + SHRINK * (weights[place] ?? 0));
  }
}

/** AdaGrad: what moved often moves less. */
function step(weights: Float32Array, pace: Float32Array, at: number, slope: number): void {
  if (slope === 0) return;
  const sum = (pace[at] ?? 0) + slope * slope;
  pace[at] = sum;
  weights[at] = (weights[at] ?? 0) - (RATE * slope) / Math.sqrt(sum + CALM);
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
}

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
