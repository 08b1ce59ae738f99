import type { Kind, Understood } from '../understanding/understood.ts';
import { SPIKE_AUTHORS } from './spike.ts';
import { type Burst, wordsNaming } from './terms.ts';

/** What is complained of while far more is said than usual: words that so many use just now, as they are shown. */
export const problemTerms = (bursts: readonly Burst[]): readonly string[] => [
  ...new Set(bursts.filter(({ posts }) => posts >= SPIKE_AUTHORS).map(({ term }) => term)),
];

/** What of a message decides whether it is about a problem. Labels are null where nobody is sure. */
export type Complaining = {
  readonly [Head in 'sentiment' | 'kind']: Understood[Head]['label'];
};

/** Whether something went wrong for whoever says it, as far as anybody is sure. */
export const isComplaining = (kind: Kind | null, isNegative: boolean): boolean =>
  isNegative || kind === 'complaint' || kind === 'question';

/**
 * The term of a known problem that a message is about; null: it is about none, or tells of nothing that went wrong.
 * @param terms of `problemTerms`
 */
export function problemOf(text: string, { sentiment, kind }: Complaining, terms: readonly string[]): string | null {
  if (terms.length === 0) return null;
  if (!isComplaining(kind, sentiment === 'negative')) return null;
  const names = wordsNaming(text);
  return terms.find(names) ?? null;
}
