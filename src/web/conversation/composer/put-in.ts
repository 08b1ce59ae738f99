import { firstGap } from '../../../core/composing/fill-reply.ts';

export type Stretch = readonly [start: number, end: number];

interface Put {
  readonly text: string;
  readonly caret: Stretch;
}

/** A text with words in place of a stretch of it. The caret goes behind them, or onto a gap in them. */
export function putIn(text: string, words: string, [start, end]: Stretch): Put {
  const [from, to] = firstGap(words) ?? [words.length, words.length];
  return { text: text.slice(0, start) + words + text.slice(end), caret: [start + from, start + to] };
}

/** Words that had to be waited for, where they were asked for. Whoever typed on meanwhile goes on where they are. */
export function putInLate(
  asked: { readonly text: string; readonly at: number },
  words: string,
  now: { readonly text: string; readonly caret: Stretch },
): Put {
  const at = placeSince(asked, now.text);
  const put = putIn(now.text, words, [at, at]);
  if (now.text === asked.text) return put;
  const along = (place: number) => (place < at ? place : place + words.length);
  return { ...put, caret: [along(now.caret[0]), along(now.caret[1])] };
}

/** Where a place of a text is after something else in it was written anew. */
function placeSince({ text, at }: { readonly text: string; readonly at: number }, now: string): number {
  return now.startsWith(text.slice(0, at)) ? at : Math.max(0, at + now.length - text.length);
}
