import { useSyncExternalStore } from 'react';
import { createListeners } from '../../parts/listeners.ts';

export interface Progress {
  readonly words: string;
  readonly done: number;
  readonly all: number;
}
let progress: Progress | null = null;
const listeners = createListeners();

/** How far long work on many has come; null: none is going. */
export function setProgress(next: Progress | null): void {
  progress = next;
  listeners.tell();
}

export const useProgress = () => useSyncExternalStore(listeners.listen, () => progress);
