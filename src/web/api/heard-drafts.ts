import type { Heard } from '../../wire/realtime.ts';
import { createListeners } from '../parts/listeners.ts';

type Saved = Pick<Extract<Heard, { type: 'draft' }>, 'of' | 'version'>;
/** Null: the line is new, and nobody knows what was said before it stood. */
const moved = createListeners<[conversationId: string | null, saved: Saved | null]>();

/** The same person saved or emptied a draft, here or on another device. */
export const whenDraftMoved = moved.listen;

export function hearDraft(conversationId: string | null, saved: Saved | null = null): void {
  moved.tell(conversationId, saved);
}
