/** Null: the line is new, and nobody knows what was said before it stood. */
type Listener = (conversationId: string | null) => void;
const listeners = new Set<Listener>();

/** The same person saved or emptied a draft, perhaps on another device. */
export function whenDraftMoved(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function hearDraft(conversationId: string | null): void {
  for (const listener of listeners) listener(conversationId);
}
