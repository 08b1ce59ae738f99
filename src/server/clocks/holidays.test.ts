import { expect, it } from 'vitest';
import { holidaysOf, isKnownPlace, knownCountries } from './holidays.ts';

const on = (country: string, region: string | null, year: number) =>
  new Map(holidaysOf(country, region, [year]).map(({ date, name }) => [date, name]));

it.each([
  {
    where: 'Germany',
    country: 'DE',
    region: null,
    year: 2026,
    has: ['2026-10-03', '2026-12-25', '2026-04-06'],
    lacks: ['2026-01-06', '2026-12-24', '2026-05-10'],
  },
  {
    where: 'Bavaria',
    country: 'DE',
    region: 'BY',
    year: 2026,
    has: ['2026-01-06', '2026-06-04'],
    lacks: ['2026-12-24'],
  },
  {
    where: 'the United States, where a Saturday is kept on Friday',
    country: 'US',
    region: null,
    year: 2026,
    has: ['2026-07-03', '2026-11-26'],
    lacks: [],
  },
  {
    where: 'Turkey, whose feast begins on the eve and lasts',
    country: 'TR',
    region: null,
    year: 2026,
    has: ['2026-03-20', '2026-03-21', '2026-03-22', '2026-05-27', '2026-05-30'],
    lacks: ['2026-03-19', '2026-03-23', '2026-05-31'],
  },
  {
    where: 'Greece',
    country: 'GR',
    region: null,
    year: 2026,
    has: ['2026-03-25', '2026-04-13', '2026-10-28'],
    lacks: [],
  },
])('$where', ({ country, region, year, has, lacks }) => {
  const found = on(country, region, year);
  for (const day of has) expect([day, found.has(day)]).toEqual([day, true]);
  for (const day of lacks) expect([day, found.has(day)]).toEqual([day, false]);
});

it('knows which places there are', () => {
  expect(knownCountries().length).toBeGreaterThan(150);
  expect(isKnownPlace('DE', 'BY')).toBe(true);
  expect(isKnownPlace('DE', 'XX')).toBe(false);
  expect(isKnownPlace('Narnia', null)).toBe(false);
});
