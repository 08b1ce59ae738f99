import type { RouterHistory } from '@tanstack/react-router';
import { isPhone } from './device.ts';
import { type RoomName, roomOf } from './rooms.ts';

/** The rooms behind us, by their number in the browser's history; forgotten with the page. */
const walked: (RoomName | null)[] = [];
let way: RouterHistory | null = null;

/** Remembers the way, so that a way back is a step back and not another one on. */
export function rememberWay(history: RouterHistory): void {
  way = history;
  const note = () => {
    const { pathname, search, state } = history.location;
    walked[state.__TSR_index] = roomOf(pathname, Object.fromEntries(new URLSearchParams(search)));
  };
  note();
  history.subscribe(note);
}

/** On a phone: a step back in the browser's history, where it leads to that room. False: it has to be gone to. */
export function stepBackTo(room: RoomName): boolean {
  if (!way || !isPhone()) return false;
  const index = way.location.state.__TSR_index;
  if (index === 0 || walked[index - 1] !== room) return false;
  way.back();
  return true;
}
