import { useSyncExternalStore } from 'react';
import { createListeners } from '../parts/listeners.ts';

/** Whom a call is to be logged with; null: a number will be typed. */
export interface CallAbout {
  readonly contactId: string;
  readonly name: string;
  readonly number: string | null;
  readonly conversationId: string;
}
interface Asked {
  readonly about: CallAbout | null;
}

let asked: Asked | null = null;
const listeners = createListeners();

export function askForCall(about: CallAbout | null): void {
  asked = { about };
  listeners.tell();
}
export function endCall(): void {
  asked = null;
  listeners.tell();
}
export const useAskedCall = () => useSyncExternalStore(listeners.listen, () => asked);
