import { describe, expect, it } from 'vitest';
import { CONFIRMED, CORRECTED, type Example } from './example.ts';
import { learn } from './learn.ts';
import { OWN_PLACES } from './own.ts';
import { packWeights, unpackWeights } from './pack.ts';

const LABELS = ['negative', 'neutral', 'positive'];
/** The shipped model is nearly sure that everything is neutral. */
const SHIPPED = [0.1, 0.8, 0.1];

/** A text of a few words, each with a place of its own; the first one tells the label. */
const example = (at: number, label: number, weight: number, telling: number = label): Example => ({
  features: {
    index: Uint32Array.of(100 + telling, 1000 + (at % 37), 5000 + (at % 11)),
    value: Float32Array.of(0.7, 0.5, 0.5),
  },
  base: SHIPPED,
  label,
  weight,
});
const some = (many: number, weight: number, labelOf: (at: number) => number, tellingOf = labelOf) =>
  Array.from({ length: many }, (_, at) => example(at, labelOf(at), weight, tellingOf(at)));

function finish<Value>(learning: Generator<undefined, Value, undefined>): Value {
  let step = learning.next();
  while (!step.done) step = learning.next();
  return step.value;
}

describe('the own model', () => {
  it.each([
    { when: 'few put anything right', examples: some(199, CORRECTED, (at) => at % 3), kind: 'too_few' },
    {
      when: 'many were left alone, few put right',
      examples: [...some(150, CORRECTED, (at) => at % 3), ...some(900, CONFIRMED, () => 1)],
      kind: 'too_few',
    },
    { when: 'all corrections say the same', examples: some(300, CORRECTED, () => 0), kind: 'too_alike' },
    { when: 'corrections follow a pattern', examples: some(300, CORRECTED, (at) => at % 3), kind: 'learned' },
    {
      when: 'the newest contradict the earlier ones',
      examples: [
        ...some(240, CORRECTED, (at) => (at % 2) * 2),
        // The words of anger are called neutral now: what was learned before does worse than what is shipped.
        ...some(
          60,
          CORRECTED,
          () => 1,
          (at) => (at % 2) * 2,
        ),
      ],
      kind: 'worse',
    },
  ])('when $when: $kind', ({ examples, kind }) => {
    expect(finish(learn(LABELS, examples)).kind).toBe(kind);
  });

  it('does better on what was held back, and says by how much', () => {
    const learned = finish(learn(LABELS, [...some(100, CONFIRMED, () => 1), ...some(300, CORRECTED, (at) => at % 3)]));
    expect(learned).toMatchObject({
      kind: 'learned',
      corrections: 300,
      confirmations: 100,
      heldBack: 80,
      labels: LABELS,
    });
    if (learned.kind !== 'learned') return;
    expect(learned.own.accuracy).toBeGreaterThan(learned.shipped.accuracy);
  });

  it('leaves a label of which there is little as it is shipped', () => {
    const learned = finish(
      learn(
        LABELS,
        some(300, CORRECTED, (at) => (at < 19 ? 2 : at % 2)),
      ),
    );
    expect(learned).toMatchObject({ kind: 'learned', labels: ['negative', 'neutral'] });
    if (learned.kind !== 'learned') return;
    expect(learned.head.bias[2]).toBe(0);
  });

  it('is the same for the same corrections', () => {
    const [a, b] = [1, 2].map(() =>
      finish(
        learn(
          LABELS,
          some(250, CORRECTED, (at) => at % 3),
        ),
      ),
    );
    expect(a).toEqual(b);
  });

  it('survives being stored', () => {
    const weights = new Float32Array(OWN_PLACES * 3);
    for (const [place, value] of [
      [0, 1.5],
      [7, -0.25],
      [OWN_PLACES * 3 - 1, 3],
    ] as const)
      weights[place] = value;
    const bytes = packWeights(weights, 3);
    expect(bytes.length).toBeLessThan(100);
    expect(unpackWeights(bytes, 3)).toEqual(weights);
    for (const broken of [bytes.subarray(0, 9), new Uint8Array(0), new Uint8Array(3)])
      expect(() => unpackWeights(broken, 3)).toThrow('no weights');
  });
});
