import { expect, it } from 'vitest';
import { createLines } from './stream-lines.ts';

it.each([
  { of: 'whole lines', pieces: ['one\r\ntwo\r\n'], lines: ['one', 'two'] },
  { of: 'lines in pieces', pieces: ['o', 'ne\r\nt', 'wo', '\r\n'], lines: ['one', 'two'] },
  { of: 'an end that is cut in two', pieces: ['one\r', '\ntwo\r', '\n'], lines: ['one', 'two'] },
  { of: 'heartbeats', pieces: ['\r\n', '\r\none\r\n\r\n'], lines: ['', '', 'one', ''] },
  { of: 'one that has not come to its end', pieces: ['one\r\ntwo'], lines: ['one'] },
  { of: 'breaks that end nothing', pieces: ['o\nn\re\r\n'], lines: ['o\nn\re'] },
  { of: 'one of the most that is allowed', pieces: ['123456789', '0\r\n'], lines: ['1234567890'] },
  { of: 'one of the most, its end cut', pieces: ['1234567890\r', '\n'], lines: ['1234567890'] },
  { of: 'one that is too long', pieces: ['12345678901\r\ntwo\r\n'], lines: ['two'] },
  { of: 'one that is too long, in pieces', pieces: ['1234567890', '1', '23', '\r\ntwo\r\n'], lines: ['two'] },
  { of: 'one that is too long, its end cut', pieces: ['12345678901\r', '\ntwo\r\n'], lines: ['two'] },
])('reads $of', ({ pieces, lines }) => {
  const read = createLines(10);
  expect(pieces.flatMap((piece) => read(piece))).toEqual(lines);
});
