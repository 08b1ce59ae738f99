import { useSyncExternalStore } from 'react';

export interface Progress {
  readonly words: string;
  readonly done: number;
  readonly all: number;
}
let progress: Progress | null = null;
const listeners = new Set<() => void>();

/** How far long work on many has come; null: none is going. */
export function setProgress(next: Progress | null): void {
  progress = next;
  for (const listener of listeners) listener();
}

export const useProgress = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => progress,
  );
