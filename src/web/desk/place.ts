/** Where in the list the open conversation last stood: an answered one leaves the list, and the next one takes its place. */
let place = 0;

export function rememberPlace(index: number): void {
  if (index >= 0) place = index;
}

/** The index to go to from `at` (-1: it has left the list), one down or one up; null at either end. */
export function stepFrom(at: number, by: 1 | -1, length: number): number | null {
  const next = at === -1 ? (by === 1 ? place : place - 1) : at + by;
  const inside = at === -1 ? Math.min(next, length - 1) : next;
  return inside >= 0 && inside < length ? inside : null;
}
