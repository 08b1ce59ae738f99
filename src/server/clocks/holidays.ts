import Holidays from 'date-holidays';
import type { Holiday } from '../../core/hours/kept-calendar.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** So many years ahead are worked out; whoever looks further ahead than that finds weekdays. */
const YEARS = 3;

export interface Region {
  readonly code: string;
  readonly name: string;
}
export interface Country extends Region {
  readonly regions: readonly Region[];
}

const book = new Holidays();
const named = (found: Record<string, string> | undefined): Region[] =>
  Object.entries(found ?? {})
    .map(([code, name]) => ({ code, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name));

let countries: readonly Country[] | null = null;

/** Every country whose holidays are known, by its English name. */
export function knownCountries(): readonly Country[] {
  countries ??= named(book.getCountries('en')).map((one) => ({
    ...one,
    regions: named(book.getStates(one.code, 'en')),
  }));
  return countries;
}

export function isKnownPlace(country: string, region: string | null): boolean {
  const found = knownCountries().find(({ code }) => code === country);
  return found !== undefined && (region === null || found.regions.some(({ code }) => code === region));
}

/**
 * The days on which nearly everybody is closed there: public holidays and the days that stand in for them. One that
 * lasts is each of its days, and one that begins in the evening closes no office that day.
 */
export function holidaysOf(country: string, region: string | null, years: readonly number[]): readonly Holiday[] {
  const there = region === null ? new Holidays(country) : new Holidays(country, region);
  const found = new Map<string, Holiday>();
  for (const year of years)
    for (const { date, start, end, name, type } of there.getHolidays(year)) {
      if (type !== 'public') continue;
      // "-0600": it begins on the eve, so long before the first day.
      const [day = '', time = '00:00', eve = '0'] = date.split(' ');
      const [hour = 0, minute = 0] = time.split(':').map(Number);
      const eveMs = (Math.abs(Number(eve)) / 100) * HOUR_MS;
      // Two hours of grace, since a day on which the clocks are changed is shorter.
      const days = Math.max(1, Math.floor((end.getTime() - start.getTime() - eveMs + 2 * HOUR_MS) / DAY_MS));
      for (let at = 0; at < days; at += 1) {
        const one = new Date(Date.parse(`${day}T00:00:00Z`) + at * DAY_MS).toISOString().slice(0, 10);
        const from = at === 0 ? hour * 60 + minute : 0;
        const known = found.get(one);
        if (!known || known.from > from) found.set(one, { date: one, name, from });
      }
    }
  return [...found.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** Of last year, for what still runs from then, and of the next ones. */
export function holidaysAround(country: string, region: string | null, now: Date) {
  const year = now.getUTCFullYear();
  const years = Array.from({ length: YEARS + 2 }, (_, at) => year - 1 + at);
  return { holidays: holidaysOf(country, region, years), until: `${year + YEARS}-12-31` };
}
