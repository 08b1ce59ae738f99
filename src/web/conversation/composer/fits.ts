import { measure, overBy } from '../../../core/text/measure.ts';
import type { Way } from '../../../wire/replying.ts';

/** A limit so far away that counting towards it would only be noise. */
const FAR = 20_000;

export interface Fit {
  readonly used: number;
  readonly max: number;
  readonly over: number;
  /** Whether the number is worth showing. */
  readonly isShown: boolean;
}

/** How a text stands to a way's limit, in the network's own units; the tighter of two bounds is the one told. */
export function fitOf(text: string, limit: Way['limit']): Fit {
  const main = bound(text, limit.max, limit.unit);
  const also = limit.also ? bound(text, limit.also.max, limit.also.unit) : null;
  const tight = also && also.used / also.max > main.used / main.max && also.used > also.max / 2 ? also : main;
  return {
    ...tight,
    over: Math.max(0, overBy(text, limit)),
    isShown: tight.max < FAR || tight.used > tight.max * 0.8,
  };
}

function bound(text: string, max: number, unit: Way['limit']['unit']) {
  return { used: measure(text, unit), max };
}

/** How much of a text goes through: where it must be cut, at a whole character as people see them. In UTF-16 units. */
export function fittingLength(text: string, limit: Way['limit']): number {
  const isOver = (end: number) => overBy(text.slice(0, end), limit) > 0;
  if (!isOver(text.length)) return text.length;
  const ends = [...new Intl.Segmenter().segment(text)].map(({ index }) => index);
  let [fits, breaks] = [0, ends.length];
  while (breaks - fits > 1) {
    const middle = (fits + breaks) >> 1;
    if (isOver(ends[middle] ?? 0)) breaks = middle;
    else fits = middle;
  }
  return ends[fits] ?? 0;
}
