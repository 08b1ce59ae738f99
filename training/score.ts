export interface Score {
  readonly accuracy: number;
  readonly f1: number;
  readonly lines: number;
}

/** Accuracy and macro-F1 over the labels that occur. */
export function scoreOf(pairs: readonly (readonly [truth: number, said: number])[], size: number): Score {
  let right = 0;
  const hits = new Array<number>(size).fill(0);
  const said = new Array<number>(size).fill(0);
  const real = new Array<number>(size).fill(0);
  for (const [truth, guess] of pairs) {
    real[truth] = (real[truth] ?? 0) + 1;
    said[guess] = (said[guess] ?? 0) + 1;
    if (truth === guess) {
      right++;
      hits[truth] = (hits[truth] ?? 0) + 1;
    }
  }
  const labels = real.flatMap((count, label) => (count > 0 ? [label] : []));
  const f1 = labels.reduce(
    (sum, label) => sum + (2 * (hits[label] ?? 0)) / ((said[label] ?? 0) + (real[label] ?? 0)),
    0,
  );
  return { accuracy: right / pairs.length, f1: f1 / labels.length, lines: pairs.length };
}
