import type { Macro } from '../../../wire/composing.ts';

/** Takes a macro into the composer that is on screen, to be read before it is done. Null: there is none. */
let hand: ((macro: Macro) => void) | null = null;

export const macroHand = () => hand;

/** @returns how to let go */
export function holdMacros(next: (macro: Macro) => void): () => void {
  hand = next;
  return () => {
    if (hand === next) hand = null;
  };
}
