import { expect, it } from 'vitest';
import { rangeOf } from './range.ts';

const ROWS = ['a', 'b', 'c', 'd'].map((id) => ({ id }));

it.each([
  { from: 'b', to: 'd', ids: 'b c d' },
  { from: 'c', to: 'a', ids: 'a b c' },
  { from: 'b', to: 'b', ids: 'b' },
  { from: 'gone', to: 'c', ids: 'c' },
  { from: 'a', to: 'gone', ids: '' },
])('from $from to $to: $ids', ({ from, to, ids }) => expect(rangeOf(ROWS, from, to).join(' ')).toBe(ids));
