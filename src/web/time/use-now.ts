import { useSyncExternalStore } from 'react';

/** One clock for the whole page: a list of waiting times needs one timer, not one a row. */
const TICK_MS = 5_000;
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const tell of listeners) tell();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The time, moving every five seconds. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}
