import { lazy, Suspense, useSyncExternalStore } from 'react';
import { createListeners } from './listeners.ts';

export interface Word {
  readonly title: string;
  readonly detail?: string;
  readonly isBad?: boolean;
  /** Something that can still be done about it, such as taking it back. */
  readonly act?: { readonly label: string; readonly shortcut?: string; readonly run: () => void };
  /** How long it stays, where the usual time is too short. Milliseconds. */
  readonly forMs?: number;
}

const waiting: Word[] = [];
const { listen, tell } = createListeners();
/** @returns how to hear no more */
export const whenSaid = listen;
let hasSpoken = false;
const Spoken = lazy(() => import('./spoken-toasts.tsx').then(({ SpokenToasts }) => ({ default: SpokenToasts })));

/** A short word that something was done, or why not. A bad one stays longer and is read out at once. */
export function say(word: Word): void {
  waiting.push(word);
  hasSpoken = true;
  tell();
}

/** What was said and not shown yet; it is handed over once. */
export function takeWords(): Word[] {
  return waiting.splice(0);
}

/** Fetched with the first word: most of what is said here is said after the page stands. */
export function Toasts() {
  const isNeeded = useSyncExternalStore(whenSaid, () => hasSpoken);
  return isNeeded ? (
    <Suspense>
      <Spoken />
    </Suspense>
  ) : null;
}
