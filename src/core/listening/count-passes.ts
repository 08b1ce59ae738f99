import type { Heard, LetPass } from './hear.ts';

export interface Passes {
  readonly heard: number;
  readonly byWhy: Readonly<Record<LetPass['why'], number>>;
  /** How many posts each excluded word kept away, the most first. */
  readonly byWord: readonly (readonly [word: string, many: number])[];
}

/** What a rule made of the posts it was shown: for a look at it before it is saved. */
export function countPasses(results: readonly (Heard | LetPass)[]): Passes {
  const byWhy: Record<LetPass['why'], number> = { source: 0, language: 0, no_brand: 0, excluded: 0, no_trigger: 0 };
  const byWord = new Map<string, number>();
  let heard = 0;
  for (const result of results) {
    if (!('why' in result)) heard++;
    else {
      byWhy[result.why]++;
      if (result.word !== undefined) byWord.set(result.word, (byWord.get(result.word) ?? 0) + 1);
    }
  }
  return { heard, byWhy, byWord: [...byWord].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)) };
}
