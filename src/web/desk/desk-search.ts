import type { View } from '../../wire/conversations.ts';

/** What of the desk is in its address: a link brings back the same screen. */
export interface DeskSearch {
  readonly view?: View;
  readonly inbox?: string;
  readonly q?: string;
  /** The third room, where the screen is too narrow for three. */
  readonly room?: 'person';
}

export const VIEWS: readonly View[] = [
  'needs_answer',
  'mine',
  'unassigned',
  'opened_and_left',
  'promised',
  'snoozed',
  'all',
];

export function readDeskSearch(search: Record<string, unknown>): DeskSearch {
  const view = VIEWS.find((one) => one === search.view);
  const inbox = search.inbox;
  const q = search.q;
  return {
    ...(view && view !== 'needs_answer' ? { view } : {}),
    ...(typeof inbox === 'string' && inbox !== '' ? { inbox } : {}),
    ...(q !== undefined && q !== null ? { q: String(q) } : {}),
    ...(search.room === 'person' ? { room: 'person' } : {}),
  };
}
