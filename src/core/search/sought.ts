import { type Sought, soughtIn } from '../text/fold.ts';

/** One thing that must be (or must not be) in a message. `phrase`: these words, one after the other. */
export type SoughtPart = Sought | { readonly kind: 'phrase'; readonly words: readonly string[] };

/** The words of a phrase as they stand in the index: runs without spaces as pairs, and between two runs the last alone. */
export function phraseOf(text: string): SoughtPart | null {
  const sought = soughtIn(text);
  const words = sought.flatMap((one, index) => {
    if (one.kind === 'word') return [one.beginning];
    const last = [...(one.pairs.at(-1) ?? '')].at(-1) ?? '';
    return index < sought.length - 1 ? [...one.pairs, last] : one.pairs;
  });
  return words.length > 0 ? { kind: 'phrase', words } : null;
}
