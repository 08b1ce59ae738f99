import type { Heard } from '../../wire/realtime.ts';

type Saved = Pick<Extract<Heard, { type: 'draft' }>, 'of' | 'version'>;
/** Null: the line is new, and nobody knows what was said before it stood. */
type Listener = (conversationId: string | null, saved: Saved | null) => void;
const listeners = new Set<Listener>();

/** The same person saved or emptied a draft, here or on another device. */
export function whenDraftMoved(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function hearDraft(conversationId: string | null, saved: Saved | null = null): void {
  for (const listener of listeners) listener(conversationId, saved);
}
