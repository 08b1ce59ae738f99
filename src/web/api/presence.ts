import { useEffect, useSyncExternalStore } from 'react';
import type { Heard, Told } from '../../wire/realtime.ts';
import { createListeners } from '../parts/listeners.ts';

export type Present = Extract<Heard, { type: 'presence' }>['agents'];

/** Typing is told at most this often; it fades by itself when it is told no more. Milliseconds. */
const TYPING_EVERY_MS = 3_000;
const NOBODY: Present = [];

let present: { readonly conversationId: string; readonly agents: Present } | null = null;
let here: string | null = null;
/** How many parts of the page show it: the last one that goes tells that it is left. */
let shown = 0;
let typedAt = 0;
let tell: ((told: Told) => void) | null = null;
const { listen, tell: draw } = createListeners();

/** The line to the server, or null while it is cut. Where this person is, is told again on each new line. */
export function setTeller(next: ((told: Told) => void) | null): void {
  tell = next;
  if (!next) hearPresence(null);
  else if (here) next({ type: 'here', conversationId: here, isTyping: false });
}

export function hearPresence(heard: { readonly conversationId: string; readonly agents: Present } | null): void {
  present = heard;
  draw();
}

/** Somebody types; called with every stroke, told every few seconds. */
export function tellTyping(conversationId: string, isTyping = true): void {
  if (isTyping && Date.now() - typedAt < TYPING_EVERY_MS) return;
  if (!isTyping && typedAt === 0) return;
  typedAt = isTyping ? Date.now() : 0;
  if (here === conversationId) tell?.({ type: 'here', conversationId, isTyping });
}

/** Tells that this conversation is on screen, and says who else is there. */
export function usePresence(conversationId: string): Present {
  useEffect(() => {
    if (here !== conversationId) {
      here = conversationId;
      shown = 0;
      typedAt = 0;
      tell?.({ type: 'here', conversationId, isTyping: false });
    }
    shown += 1;
    return () => {
      if (here !== conversationId) return;
      shown -= 1;
      if (shown > 0) return;
      here = null;
      tell?.({ type: 'here', conversationId: null, isTyping: false });
    };
  }, [conversationId]);
  return useSyncExternalStore(listen, () => (present?.conversationId === conversationId ? present.agents : NOBODY));
}
