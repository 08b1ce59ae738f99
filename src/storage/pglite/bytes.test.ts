import { expect, test } from 'vitest';
import { parseBytes, serializeBytes } from './bytes.ts';

const all = Uint8Array.from({ length: 256 }, (_, value) => value);

test.each([
  ['nothing', new Uint8Array(), '\\x'],
  ['zero and the highest', new Uint8Array([0, 255]), '\\x00ff'],
  ['a part of a larger store', new Uint8Array([9, 1, 2, 9]).subarray(1, 3), '\\x0102'],
])('%s is written as PostgreSQL reads it, and read again', (_, bytes, text) => {
  expect(serializeBytes(bytes)).toBe(text);
  expect(parseBytes(text)).toEqual(new Uint8Array(bytes));
});

test('every byte comes back, in a store of its own that may travel between threads', () => {
  const back = parseBytes(serializeBytes(all));
  expect(back).toEqual(all);
  expect(back.buffer.byteLength).toBe(256);
});

test('a text is not taken for bytes', () => {
  expect(() => serializeBytes('00ff')).toThrow();
});
