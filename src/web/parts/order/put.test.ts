import { expect, it } from 'vitest';
import { put } from './put.ts';

it.each([
  { id: 'b', at: 0, order: 'bacd' },
  { id: 'b', at: 2, order: 'acbd' },
  { id: 'b', at: 1, order: 'abcd' },
  { id: 'a', at: -1, order: 'abcd' },
  { id: 'a', at: 9, order: 'bcda' },
])('puts $id at $at', ({ id, at, order }) => expect(put([...'abcd'], id, at).join('')).toBe(order));
