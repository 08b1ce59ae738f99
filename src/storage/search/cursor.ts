import type { MessageId } from '../../core/ids.ts';
import { badCursor, isMoment, packCursor, unpackCursor } from '../conversations/cursor.ts';
import { isUuid } from '../uuids.ts';
import type { MessagePlace } from './find-messages.ts';

/** Where a page of hits ended: after a message, or at a place in a list of conversations. */
export type SearchPlace = MessagePlace | { readonly list: string };

export const writeSearchCursor = (mark: string, place: SearchPlace): string =>
  packCursor(mark, 'list' in place ? [place.list] : [place.at, place.id]);

/** Throws `bad_cursor` for anything that was not made for this search. */
export function readSearchCursor(mark: string, text: string): SearchPlace {
  const [first, id] = unpackCursor(mark, text);
  if (typeof first !== 'string') throw badCursor();
  if (id === undefined) return { list: first };
  if (!isUuid(id) || !isMoment(first)) throw badCursor();
  return { at: first, id: id as MessageId };
}
