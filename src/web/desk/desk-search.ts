import { SORTS, type Sort } from '../../core/conversation/filter.ts';
import { VIEWS, type View } from '../../core/conversation/view.ts';

/** What of the desk is in its address: a link brings back the same screen. */
export interface DeskSearch {
  readonly view?: View;
  /** A saved view in place of `view`. */
  readonly saved?: string;
  readonly inbox?: string;
  /** A filter on top, as `filter/address.ts` writes it. */
  readonly f?: string;
  readonly sort?: Sort;
  readonly q?: string;
  /** The message that is looked for in the open conversation. */
  readonly at?: string;
  /** The third room, where the screen is too narrow for three. */
  readonly room?: 'person';
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What of an address means a view; the first one stands in none. */
export const searchOf = (view: View): DeskSearch => (view === 'needs_answer' ? {} : { view });

export function readDeskSearch(search: Record<string, unknown>): DeskSearch {
  const view = VIEWS.find((one) => one === search.view);
  const sort = SORTS.find((one) => one === search.sort);
  const { inbox, saved, f, q, at } = search;
  const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);
  return {
    ...(isId(saved) ? { saved } : view ? searchOf(view) : {}),
    ...(isId(inbox) ? { inbox } : {}),
    ...(typeof f === 'string' && f !== '' ? { f } : {}),
    ...(sort ? { sort } : {}),
    ...(q !== undefined && q !== null ? { q: String(q) } : {}),
    ...(isId(at) ? { at } : {}),
    ...(search.room === 'person' ? { room: 'person' } : {}),
  };
}
