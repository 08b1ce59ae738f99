import { adjust } from './adjust.ts';
import { CORRECTED, type Example } from './example.ts';
import { fitHead } from './fit-head.ts';
import type { OwnHead } from './own.ts';
import { likeliest, type Score, scoreLabels } from './score-labels.ts';

/** Fewer make it worse: measured, the first hundred do. */
export const LEAST_CORRECTIONS = 200;
export const LEAST_A_LABEL = 20;
/** Learned anew after so many new corrections. */
export const EVERY = 25;
/** Never more than these, the newest. */
export const MOST_EXAMPLES = 20_000;
/** Part that is held back to judge by, the newest. */
const HELD_BACK = 0.2;
const MAY_LOSE = 0.01;

/** What came of it, for the people whose corrections it is made of. */
export type Learned =
  | { readonly kind: 'too_few'; readonly corrections: number; readonly needed: number }
  | { readonly kind: 'too_alike'; readonly corrections: number; readonly needed: number }
  | ({ readonly kind: 'worse' } & Judged)
  | ({ readonly kind: 'learned'; readonly head: OwnHead } & Judged);

export interface Judged {
  readonly corrections: number;
  readonly confirmations: number;
  /** On those held back: the shipped model alone, and with the own one over it. */
  readonly shipped: Score;
  readonly own: Score;
  readonly heldBack: number;
  /** Labels that there was enough of; the others stay as shipped. */
  readonly labels: readonly string[];
}

/** Learns from what people put right and left alone, and says whether it is good enough to be used. @param examples the oldest first */
export function* learn(
  labels: readonly string[],
  examples: readonly Example[],
): Generator<undefined, Learned, undefined> {
  const corrections = examples.filter(({ weight }) => weight === CORRECTED).length;
  if (corrections < LEAST_CORRECTIONS) return { kind: 'too_few', corrections, needed: LEAST_CORRECTIONS };
  const learned = labelsWithEnough(labels, examples);
  if (learned.size < 2) return { kind: 'too_alike', corrections, needed: LEAST_A_LABEL };

  const cut = Math.floor(examples.length * (1 - HELD_BACK));
  const judged = examples.slice(cut);
  const tried = yield* fitHead(labels, learned, examples.slice(0, cut));
  const about: Judged = {
    corrections,
    confirmations: examples.length - corrections,
    shipped: scoreLabels(judged.map(({ base, label }) => [likeliest(base), label])),
    own: scoreLabels(judged.map(({ base, features, label }) => [likeliest(adjust(tried, base, features)), label])),
    heldBack: judged.length,
    labels: labels.filter((_, at) => learned.has(at)),
  };
  if (about.own.f1 < about.shipped.f1 - MAY_LOSE || about.own.accuracy < about.shipped.accuracy - MAY_LOSE)
    return { kind: 'worse', ...about };
  // What was held back to judge by is known too, once it is judged.
  return { kind: 'learned', ...about, head: yield* fitHead(labels, learned, examples) };
}

function labelsWithEnough(labels: readonly string[], examples: readonly Example[]): ReadonlySet<number> {
  const counts = labels.map(() => 0);
  for (const { label } of examples) counts[label] = (counts[label] ?? 0) + 1;
  return new Set(counts.flatMap((count, at) => (count >= LEAST_A_LABEL ? [at] : [])));
}
