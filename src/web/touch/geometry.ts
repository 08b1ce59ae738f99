/** Where a finger has gone since it came down, in pixels; `ms` since then. */
export interface Travel {
  readonly dx: number;
  readonly dy: number;
  readonly ms: number;
}
/** `across`: the swipe is ours. `along`: the page scrolls, or text is marked, and nothing of it is ours any more. */
export type Course = 'undecided' | 'across' | 'along';

/** A finger that rests still trembles by so much. Pixels. */
const TREMBLE = 10;
/** Who rests so long marks words, or chooses a row. Milliseconds. */
export const REST_MS = 450;
/** A swipe is clearly more across than down: who scrolls with a thumb draws an arc. */
const SLANT = 1.4;
/** So much of the width is meant; a quick flick needs less. */
const MEANT_PART = 0.34;
const MEANT_MOST = 140;
const FLICK_PX = 36;
const FLICK_PX_PER_MS = 0.55;
/** The browser's own way back begins here. Pixels from either side. */
export const BROWSERS_EDGE = 18;

export function courseOf({ dx, dy, ms }: Travel): Course {
  const across = Math.abs(dx);
  const down = Math.abs(dy);
  if (Math.max(across, down) < TREMBLE) return ms < REST_MS ? 'undecided' : 'along';
  return across > down * SLANT ? 'across' : 'along';
}

/** Pixels towards the end of a line: to the right in English, to the left in Arabic. */
export function towardsEnd(dx: number, isRightToLeft: boolean): number {
  return (isRightToLeft ? -dx : dx) + 0;
}

/** Whether letting go here does it. `speed`: of the last moments, in pixels a millisecond, with the sign of `distance`. */
export function isMeant(distance: number, speed: number, width: number): boolean {
  const far = Math.min(width * MEANT_PART, MEANT_MOST);
  if (Math.abs(distance) >= far) return speed * Math.sign(distance) > -FLICK_PX_PER_MS;
  return Math.abs(distance) >= FLICK_PX && speed * Math.sign(distance) >= FLICK_PX_PER_MS;
}

/** Past where it is meant the row follows less and less, so that the hand feels that it is enough. */
export function drawnAt(distance: number, width: number): number {
  const free = Math.min(width * MEANT_PART, MEANT_MOST) * 1.15;
  const over = Math.abs(distance) - free;
  return over <= 0 ? distance : Math.sign(distance) * (free + over / 3);
}

/** The speed of the last moments: a finger that stopped before it let go did not flick. */
export function speedOf(track: readonly { readonly x: number; readonly at: number }[]): number {
  const last = track.at(-1);
  const from = track.find(({ at }) => last !== undefined && last.at - at <= 90);
  if (!last || !from || last.at === from.at) return 0;
  return (last.x - from.x) / (last.at - from.at);
}

/** What a scroller can still give in the direction of the finger goes before a swipe. */
export function canScroll(
  { offset, room }: { readonly offset: number; readonly room: number },
  dx: number,
  isRightToLeft: boolean,
): boolean {
  if (room <= 1) return false;
  // In a line from right to left the offset counts down from nought.
  const fromLeft = isRightToLeft ? room + offset : offset;
  return dx > 0 ? fromLeft > 1 : fromLeft < room - 1;
}
