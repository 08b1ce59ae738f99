import { useSyncExternalStore } from 'react';
import { createListeners } from '../parts/listeners.ts';

/** Whether changes reach this page at once. `cut`: being reconnected, what is shown may be old. */
export type Line = 'opening' | 'open' | 'cut';

let line: Line = 'opening';
const { listen, tell } = createListeners();

export function setLine(next: Line): void {
  if (next === line) return;
  line = next;
  tell();
}

export function useLine(): Line {
  return useSyncExternalStore(listen, () => line);
}
