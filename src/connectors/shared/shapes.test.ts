import { describe, expect, it } from 'vitest';
import { id, text } from './shapes.ts';

describe('an id', () => {
  it.each([
    ['586000000000000001', '586000000000000001'],
    [7, '7'],
    ['q7Lm2ZtYb0WcPa1uXe9RkA==', 'q7Lm2ZtYb0WcPa1uXe9RkA=='],
    ['', undefined],
    [-1, undefined],
    [1.5, undefined],
    ['a\u0000', undefined],
    ['half of 😀: \ud83d', undefined],
    ['x'.repeat(301), undefined],
  ])('%j is %j', (given, wanted) => {
    expect(id.safeParse(given).data).toBe(wanted);
  });
});

it('a text keeps its words without what no database holds', () => {
  expect(text.parse('a\u0000b \ud83d')).toBe('ab \ufffd');
});
