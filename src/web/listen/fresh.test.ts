import { expect, it } from 'vitest';
import { leadingNew } from './fresh.ts';

const list = (ids: string) => [...ids].map((id) => ({ id }));

it.each([
  { what: 'nothing was seen yet', items: 'abc', seen: '', held: 0 },
  { what: 'two came above', items: 'xyab', seen: 'ab', held: 2 },
  { what: 'one came above and one was dealt with', items: 'xb', seen: 'ab', held: 1 },
  { what: 'one came late, further down', items: 'axb', seen: 'ab', held: 0 },
  { what: 'all that was there is gone', items: 'xy', seen: 'ab', held: 0 },
  { what: 'one was put back on top', items: 'abc', seen: 'abc', held: 0 },
])('$what: $held wait', ({ items, seen, held }) => {
  expect(leadingNew(list(items), new Set(seen))).toBe(held);
});
