import { createHash } from 'node:crypto';
import { CareError } from '../../core/errors.ts';
import type { ConversationId } from '../../core/ids.ts';
import { isUuid } from '../uuids.ts';
import type { Place } from './orders.ts';

/** A few letters that are the same for the same list: a cursor of another one is refused by them. */
export function markOf(list: unknown): string {
  return createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 8);
}

/** Says where a page ended. Not signed: whoever bends it reads the same list from another place. */
export function packCursor(mark: string, place: readonly unknown[]): string {
  return Buffer.from(JSON.stringify([mark, ...place])).toString('base64url');
}

/** The place as it was packed, unchecked. Throws `bad_cursor` for one of another list. */
export function unpackCursor(mark: string, text: string): readonly unknown[] {
  const read = parse(text);
  if (!Array.isArray(read)) throw badCursor();
  const [ofList, ...place] = read as readonly unknown[];
  if (ofList !== mark) throw badCursor();
  return place;
}

export const writeCursor = (mark: string, { stretch, keys, id }: Place): string =>
  packCursor(mark, [stretch, id, ...keys]);

/** Throws `bad_cursor` for anything that `writeCursor` did not make for this list. */
export function readCursor(mark: string, text: string): Place {
  const [stretch, id, ...keys] = unpackCursor(mark, text);
  if (!Number.isInteger(stretch) || !isUuid(id) || !keys.every(isKey)) throw badCursor();
  return { stretch: stretch as number, id: id as ConversationId, keys };
}

export const badCursor = () =>
  new CareError('invalid', 'bad_cursor', 'This cursor belongs to no list. Read the list from its beginning.');

function isKey(key: unknown): key is string | number {
  return typeof key === 'string' ? isMoment(key) : Number.isInteger(key) && Math.abs(Number(key)) < 2 ** 31;
}

/** As the database writes one in JSON. A browser takes more for a time than the database does. */
export const isMoment = (text: string): boolean =>
  /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/.test(text) && !Number.isNaN(Date.parse(text));

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return null;
  }
}
