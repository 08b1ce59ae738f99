import { expect, it } from 'vitest';
import { peaksOf } from './use-peaks.ts';

it('draws a voice by how loud its parts are', () => {
  expect(peaksOf([0, 0, 0.5, -0.5, 1, 1, 0.25, -0.25], 4)).toEqual([0, 0.5, 1, 0.25]);
});
it('draws silence as silence', () => {
  expect(peaksOf([0, 0, 0, 0], 2)).toEqual([0, 0]);
  expect(peaksOf([], 2)).toEqual([0, 0]);
});
