import { useSyncExternalStore } from 'react';
import type { StepName } from './steps.ts';

const KEY = 'earshot.guide';
interface Kept {
  /** Steps that only this browser saw. */
  readonly seen: readonly StepName[];
  /** Whether it stands open; null: never touched. */
  readonly isOpen: boolean | null;
}
const NOTHING: Kept = { seen: [], isOpen: null };
const listeners = new Set<() => void>();
let kept: Kept | null = null;

/** How far the guide has come on this device. */
export function useKept(): Kept {
  return useSyncExternalStore(listen, read);
}

export function sawStep(name: StepName): void {
  if (!read().seen.includes(name)) write({ ...read(), seen: [...read().seen, name] });
}

export function setGuideOpen(isOpen: boolean): void {
  write({ ...read(), isOpen });
}

function listen(heard: () => void): () => void {
  listeners.add(heard);
  // The customer's side is another tab.
  const elsewhere = ({ key }: StorageEvent) => {
    if (key !== KEY) return;
    kept = null;
    heard();
  };
  addEventListener('storage', elsewhere);
  return () => {
    listeners.delete(heard);
    removeEventListener('storage', elsewhere);
  };
}

function read(): Kept {
  if (kept) return kept;
  try {
    kept = { ...NOTHING, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Kept>) };
  } catch {
    kept = NOTHING;
  }
  return kept;
}

function write(next: Kept): void {
  kept = next;
  localStorage.setItem(KEY, JSON.stringify(next));
  for (const heard of listeners) heard();
}
