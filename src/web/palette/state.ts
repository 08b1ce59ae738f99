import { useSyncExternalStore } from 'react';
import type { BulkAct } from '../../wire/work.ts';
import { createListeners } from '../parts/listeners.ts';

/** What is asked next, after a command that needs more: whom, which, until when. */
export type StepName =
  | 'assign'
  | 'team'
  | 'label'
  | 'unlabel'
  | 'snooze'
  | 'promise'
  | 'noReply'
  | 'resolve'
  | 'filter'
  | 'sort';
export interface Asked {
  /** Null: everything there is. */
  readonly step: StepName | null;
}
/** What the desk lends while it is on screen. */
export interface DeskHands {
  /** What an act is about now: what is chosen, else what is open. */
  readonly targets: () => readonly string[];
  readonly run: (ids: readonly string[], act: BulkAct, words: string) => Promise<void>;
}

let asked: Asked | null = null;
let hands: DeskHands | null = null;
const listeners = createListeners();

export function openPalette(step: StepName | null = null): void {
  asked = { step };
  listeners.tell();
}
export function closePalette(): void {
  asked = null;
  listeners.tell();
}
export const usePalette = () => useSyncExternalStore(listeners.listen, () => asked);

export function lendHands(next: DeskHands | null): void {
  hands = next;
}
export function deskHands(): DeskHands | null {
  return hands;
}
