import type { Hit } from '../api/listening.ts';

type Heard = Hit['because'][number];
export interface Part {
  readonly from: number;
  readonly text: string;
  /** Why the post was heard; null: it says nothing to that. */
  readonly heard: Heard | null;
}

/** The text in pieces: what decided, and what lies between. What overlaps or lies outside of the text is left out. */
export function marked(text: string, because: readonly Heard[]): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  const upTo = (end: number) => end > at && parts.push({ from: at, text: text.slice(at, end), heard: null });
  for (const heard of [...because].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const { from, to } = heard;
    if (from < at || to <= from || to > text.length) continue;
    upTo(from);
    parts.push({ from, text: text.slice(from, to), heard });
    at = to;
  }
  upTo(text.length);
  return parts;
}
