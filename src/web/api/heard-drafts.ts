type Listener = (conversationId: string) => void;
const listeners = new Set<Listener>();

/** The same person saved or emptied a draft, perhaps on another device. */
export function whenDraftMoved(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function hearDraft(conversationId: string): void {
  for (const listener of listeners) listener(conversationId);
}
