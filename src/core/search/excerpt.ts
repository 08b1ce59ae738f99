import { foldForSearch } from '../text/fold.ts';
import type { SoughtPart } from './sought.ts';

export interface Excerpt {
  readonly text: string;
  /** Where in `text` it was found: start and end, in UTF-16 units. */
  readonly marks: [number, number][];
}

/** A text of up to this is shown whole; of a longer one so much, and so much of it before what was found. */
const WHOLE = 600;
const PIECE = 480;
const LEAD = 120;
/** More marks than this help nobody. */
const MOST_MARKS = 30;

/** The part of a message in which it was found, with what was found in it. */
export function excerptOf(text: string, sought: readonly SoughtPart[]): Excerpt {
  const marks = marksIn(text, sought);
  if (text.length <= WHOLE) return { text, marks };
  const first = marks[0]?.[0] ?? 0;
  const start = first < PIECE - LEAD ? 0 : text.indexOf(' ', first - LEAD) + 1 || first;
  const end = Math.min(text.length, start + PIECE);
  const [before, after] = [start > 0 ? '…' : '', end < text.length ? '…' : ''];
  const shift = before.length - start;
  return {
    text: `${before}${text.slice(start, end).toWellFormed()}${after}`,
    marks: marks
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to]): [number, number] => [from + shift, to + shift]),
  };
}

function marksIn(text: string, sought: readonly SoughtPart[]): [number, number][] {
  const wanted = sought.flatMap((one) => {
    if (one.kind === 'word') return [one.beginning];
    return one.kind === 'run' ? [joined(one.pairs)] : one.words.filter((word) => word.length > 0);
  });
  const marks: [number, number][] = [];
  for (const { 0: token, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const mark = markIn(token, wanted);
    if (mark) marks.push([index + mark[0], index + mark[1]]);
    if (marks.length === MOST_MARKS) break;
  }
  return marks;
}

function markIn(token: string, wanted: readonly string[]): [number, number] | null {
  const plain = plainOf(token);
  for (const word of wanted) {
    const at = plain.indexOf(word);
    if (at < 0) continue;
    // Folding changes lengths (ß, marks): the ends are where as much of the token folds to as much.
    const start = firstLength(token, (length) => plainOf(token.slice(0, length + 1)).length > at);
    const end = firstLength(token, (length) => plainOf(token.slice(0, length)).length >= at + word.length);
    return [start, end];
  }
  return null;
}

/** The smallest length from which on it holds, by halves: writing without spaces makes one token of a whole message. */
function firstLength(token: string, holds: (length: number) => boolean): number {
  let [from, to] = [0, token.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** One token folded, with runs in one piece and not in pairs. */
function plainOf(token: string): string {
  const folded = foldForSearch(token);
  return folded.includes(' ') ? token.normalize('NFC').toLowerCase() : folded;
}

function joined(pairs: readonly string[]): string {
  return pairs.map((pair, index) => (index === 0 ? pair : ([...pair].at(-1) ?? ''))).join('');
}
