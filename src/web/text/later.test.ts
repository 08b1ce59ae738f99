import { expect, it } from 'vitest';
import { en } from './en.ts';
import { later } from './later.ts';

it('no text of the first load is overwritten by one that comes later', () => {
  expect(Object.keys(later).filter((key) => key in en)).toEqual([]);
});
