import { HEADS, type Head } from '../src/core/learning/own.ts';
import { type Calibration, type Calibrations, likeliest, softmax } from '../src/core/understanding/heads.ts';
import { HEAD_SIZES } from '../src/core/understanding/model.ts';
import type { CorpusRow } from './rows.ts';
import { type Score, scoreOf } from './score.ts';

/** What the model says of a line that it did not learn from. */
export interface Unseen {
  readonly row: CorpusRow;
  readonly logits: Float64Array;
}
/** Who writes to a company is angry more often than who wrote the corpora. Half of the difference is made up for. */
const CARE: Readonly<Record<string, readonly number[]>> = { en: [0.15, -0.15, -0.15] };
const FROM: Readonly<Record<Head, number>> = { sentiment: 0, kind: 3, urgency: 10, topic: 13 };

/** The temperature at which what it says is as sure as it is right. */
export function calibrate(unseen: readonly Unseen[]): Record<Head, number> {
  return Object.fromEntries(HEADS.map((head, nth) => [head, temperatureOf(unseen, head, nth)])) as Record<Head, number>;
}

function temperatureOf(unseen: readonly Unseen[], head: Head, nth: number): number {
  let best = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let temperature = 0.3; temperature < 4; temperature *= 1.05) {
    let loss = 0;
    for (const { row, logits } of unseen)
      loss -= Math.log((softmax(slice(logits, head), temperature, [])[row.labels[nth] ?? 0] ?? 0) + 1e-9);
    if (loss < least) [least, best] = [loss, temperature];
  }
  return Number(best.toFixed(3));
}

export const slice = (logits: Float64Array, head: Head): Float64Array =>
  logits.subarray(FROM[head], FROM[head] + HEAD_SIZES[head]);

export function calibrationsOf(language: string, temperatures: Record<Head, number>): Calibrations {
  const of = (head: Head): Calibration => ({
    temperature: temperatures[head],
    offset: head === 'sentiment' ? (CARE[language] ?? []) : [],
  });
  return { sentiment: of('sentiment'), kind: of('kind'), urgency: of('urgency'), topic: of('topic') };
}

export function scoreHead(unseen: readonly Unseen[], head: Head, { temperature, offset }: Calibration): Score {
  const nth = HEADS.indexOf(head);
  const pairs = unseen.map(
    ({ row, logits }) => [row.labels[nth] ?? 0, likeliest(softmax(slice(logits, head), temperature, offset))] as const,
  );
  return scoreOf(pairs, HEAD_SIZES[head]);
}

/** How far what it says of itself is from how often it is right, and how often the surest four fifths are. */
export function surenessOf(
  unseen: readonly Unseen[],
  head: Head,
  { temperature, offset }: Calibration,
): { readonly error: number; readonly surest: number } {
  const nth = HEADS.indexOf(head);
  const said = unseen.map(({ row, logits }) => {
    const p = softmax(slice(logits, head), temperature, offset);
    const best = likeliest(p);
    return { p: p[best] ?? 0, isRight: best === row.labels[nth] };
  });
  return sureness(said);
}

export function sureness(said: readonly { readonly p: number; readonly isRight: boolean }[]): {
  readonly error: number;
  readonly surest: number;
} {
  let error = 0;
  for (let bin = 0; bin < 10; bin++) {
    const within = said.filter(({ p }) => Math.min(9, Math.floor(p * 10)) === bin);
    const off = within.reduce((sum, { p, isRight }) => sum + p - (isRight ? 1 : 0), 0);
    error += Math.abs(off) / said.length;
  }
  const surest = said.toSorted((a, b) => b.p - a.p).slice(0, Math.round(said.length * 0.8));
  return { error, surest: surest.filter(({ isRight }) => isRight).length / surest.length };
}
