import { useSyncExternalStore } from 'react';
import { createListeners } from '../../parts/listeners.ts';
import { rangeOf } from './range.ts';

/** The server takes no more at once, and more should not be marked without being meant. */
export const MOST_SELECTED = 500;
const NOTHING: ReadonlySet<string> = new Set();

let selected = NOTHING;
/** Where a stretch begins: the last one that was chosen by itself. */
let anchor: string | null = null;
const { listen, tell } = createListeners();

function put(next: ReadonlySet<string>): void {
  selected = next.size === 0 ? NOTHING : next;
  tell();
}

export function selectedNow(): ReadonlySet<string> {
  return selected;
}

export function toggle(id: string): void {
  const next = new Set(selected);
  if (!next.delete(id) && next.size < MOST_SELECTED) next.add(id);
  anchor = id;
  put(next);
}

/** Everything from where the stretch began to here. */
export function extendTo(id: string, rows: readonly { readonly id: string }[]): void {
  put(new Set([...selected, ...rangeOf(rows, anchor ?? id, id)].slice(0, MOST_SELECTED)));
  anchor ??= id;
}

export function selectAll(ids: readonly string[]): void {
  put(new Set(ids.slice(0, MOST_SELECTED)));
}

export function clearSelection(): void {
  anchor = null;
  if (selected.size > 0) put(NOTHING);
}

export const useSelection = () => useSyncExternalStore(listen, selectedNow);
/** A row is drawn again only when it is about itself, or when the first is chosen or the last let go. */
export const useIsSelected = (id: string) => useSyncExternalStore(listen, () => selected.has(id));
export const useIsSelecting = () => useSyncExternalStore(listen, () => selected.size > 0);
