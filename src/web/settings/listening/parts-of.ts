import type { HeardWord } from '../../../core/listening/hear.ts';

interface Part {
  readonly from: number;
  readonly words: string;
  readonly kind: HeardWord['kind'] | null;
}

/** A text cut at the words that were heard in it. Where two lie over each other, the one that begins first counts. */
export function partsOf(text: string, because: readonly Pick<HeardWord, 'kind' | 'from' | 'to'>[]): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const { kind, from, to } of because.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (from < at || to <= from || to > text.length) continue;
    if (from > at) parts.push({ from: at, words: text.slice(at, from), kind: null });
    parts.push({ from, words: text.slice(from, to), kind });
    at = to;
  }
  if (at < text.length) parts.push({ from: at, words: text.slice(at), kind: null });
  return parts;
}
