import { CareError } from '../../core/errors.ts';
import type { ConversationId } from '../../core/ids.ts';
import type { Place } from './stretches.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Says where a page ended. Not signed: whoever bends it reads the same list from another place. */
export function writeCursor({ stretch, keys, id }: Place): string {
  return Buffer.from(JSON.stringify([stretch, id, ...keys])).toString('base64url');
}

/** Throws `bad_cursor` for anything that `writeCursor` did not make for this list. */
export function readCursor(text: string): Place {
  const read = parse(text);
  if (!Array.isArray(read)) throw badCursor();
  const [stretch, id, ...keys] = read as readonly unknown[];
  const isPlace = Number.isInteger(stretch) && typeof id === 'string' && UUID.test(id);
  if (!isPlace || !keys.every(isKey)) throw badCursor();
  return { stretch: stretch as number, id: id as ConversationId, keys };
}

export const badCursor = () =>
  new CareError('invalid', 'bad_cursor', 'This cursor belongs to no list. Read the list from its beginning.');

function isKey(key: unknown): key is string | number {
  return typeof key === 'string' ? !Number.isNaN(Date.parse(key)) : Number.isInteger(key);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return null;
  }
}
