import { describe, expect, it } from 'vitest';
import { count, id, moment, text, webUrl } from './shapes.ts';

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

it.each([
  [0, true],
  [48_211, true],
  [0.5, false],
  [-1, false],
  [1e300, false],
])('%d is a count: %s', (given, wanted) => {
  expect(count.safeParse(given).success).toBe(wanted);
});

it('a text keeps its words without what no database holds', () => {
  expect(text.parse('a\u0000b \ud83d')).toBe('ab \ufffd');
});

describe('a time', () => {
  it.each([
    ['2026-11-18T11:06:40+0000', '2026-11-18T11:06:40.000Z'],
    ['1969-12-31T23:59:59Z', '1969-12-31T23:59:59.000Z'],
    ['+275760-09-13T00:00:00Z', undefined],
    ['-271821-04-20T00:00:00Z', undefined],
    ['2026-13-45', undefined],
  ])('%s is %s', (given, wanted) => {
    expect(moment.safeParse(given).data?.toISOString()).toBe(wanted);
  });
});

it.each(['javascript:alert(1)', 'https://a.test/\u0000', 'https://a.test/\ud83d'])('%j is no web address', (given) => {
  expect(webUrl.safeParse(given).success).toBe(false);
});
