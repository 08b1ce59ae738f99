import { useSyncExternalStore } from 'react';

/** Whether changes reach this page at once. `cut`: being reconnected, what is shown may be old. */
export type Line = 'opening' | 'open' | 'cut';

let line: Line = 'opening';
const listeners = new Set<() => void>();

export function setLine(next: Line): void {
  if (next === line) return;
  line = next;
  for (const listener of listeners) listener();
}

export function useLine(): Line {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => line,
  );
}
