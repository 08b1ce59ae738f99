import { expect, it } from 'vitest';
import { namedFirst } from './named-first.ts';

it.each([
  ['moves what is named', 'abc', 'cab', 'cab'],
  ['leaves behind what was made meanwhile', 'abcd', 'cba', 'cbad'],
  ['takes each once, and only what is there', 'abc', 'bxba', 'bac'],
  ['says nothing where all stays as it is', 'abc', 'ab', null],
])('%s', (_, before, ids, after) => {
  expect(namedFirst([...before], [...ids])).toEqual(after && [...after]);
});
