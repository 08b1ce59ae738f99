/** On a phone there is one room at a time, and this is their order. */
export type RoomName = 'list' | 'conversation' | 'person';
const ORDER: readonly RoomName[] = ['list', 'conversation', 'person'];

/** @param distance towards the end of a line: that way one goes back, as when turning a page back */
export function roomTowards(room: RoomName, distance: number): RoomName | null {
  if (distance === 0) return null;
  const next = ORDER[ORDER.indexOf(room) + (distance > 0 ? -1 : 1)] ?? null;
  // From the list a conversation is chosen, not swiped to.
  return room === 'list' ? null : next;
}

/** Of two rooms the later one lies on top, and is the one that moves. */
export function upperOf(a: RoomName, b: RoomName): RoomName {
  return ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b;
}

/** Where the moving room stands, in pixels towards the end of the line, while a finger has gone `distance`. */
export function standsAt(from: RoomName, to: RoomName, distance: number, width: number): number {
  const isBack = upperOf(from, to) === from;
  const at = isBack ? distance : width + distance;
  return Math.max(0, Math.min(width, at));
}

/** Which room an address is about; null: somewhere else than at the desk. */
export function roomOf(path: string, search: { readonly room?: unknown }): RoomName | null {
  if (/^\/desk\/?$/.test(path)) return 'list';
  if (!/^\/desk\/[^/]+\/?$/.test(path)) return null;
  return search.room === 'person' ? 'person' : 'conversation';
}
