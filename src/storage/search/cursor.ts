import type { MessageId } from '../../core/ids.ts';
import { badCursor, isMoment } from '../conversations/cursor.ts';
import { isUuid } from '../uuids.ts';
import type { MessagePlace } from './find-messages.ts';

/** Where a page of hits ended: after a message, or at a place in a list of conversations. */
export type SearchPlace = MessagePlace | { readonly list: string };

export function writeSearchCursor(mark: string, place: SearchPlace): string {
  const parts = 'list' in place ? [place.list] : [place.at, place.id];
  return Buffer.from(JSON.stringify([mark, ...parts])).toString('base64url');
}

/** Throws `bad_cursor` for anything that was not made for this search. */
export function readSearchCursor(mark: string, text: string): SearchPlace {
  const [of, first, id] = parse(text);
  if (of !== mark || typeof first !== 'string') throw badCursor();
  if (id === undefined) return { list: first };
  if (!isUuid(id) || !isMoment(first)) throw badCursor();
  return { at: first, id: id as MessageId };
}

function parse(text: string): readonly unknown[] {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(read) ? read : [];
  } catch {
    return [];
  }
}
