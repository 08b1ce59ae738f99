import { expect, it } from 'vitest';
import { readRange } from './range.ts';

it.each([
  { header: undefined, is: null },
  { header: 'bytes=0-', is: { from: 0, to: 99 } },
  { header: 'bytes=10-19', is: { from: 10, to: 19 } },
  { header: 'bytes=90-500', is: { from: 90, to: 99 } },
  { header: 'bytes=-5', is: { from: 95, to: 99 } },
  { header: 'bytes=-500', is: { from: 0, to: 99 } },
  { header: 'bytes=100-', is: 'unsatisfiable' },
  { header: 'bytes=20-10', is: 'unsatisfiable' },
  { header: 'bytes=0-1,5-6', is: null },
  { header: 'pages=1-2', is: null },
])('$header of 100 bytes: $is', ({ header, is }) => {
  expect(readRange(header, 100)).toEqual(is);
});
