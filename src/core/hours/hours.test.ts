import { expect, it } from 'vitest';
import { isOpenAt, readHours } from './hours.ts';

const WEEK = 'Mon-Fri 09:00-17:00, Sat 10:00-14:00';

it.each([
  // 2026-11-18 is a Wednesday; Berlin is an hour ahead of UTC then.
  { at: '2026-11-18T08:00:00Z', zone: 'Europe/Berlin', is: true },
  { at: '2026-11-18T08:00:00Z', zone: 'UTC', is: false },
  { at: '2026-11-18T15:59:00Z', zone: 'Europe/Berlin', is: true },
  { at: '2026-11-18T16:00:00Z', zone: 'Europe/Berlin', is: false },
  { at: '2026-11-21T12:00:00Z', zone: 'UTC', is: true },
  { at: '2026-11-22T12:00:00Z', zone: 'UTC', is: false },
  // The evening of Friday there is Saturday here.
  { at: '2026-11-21T00:30:00Z', zone: 'America/Los_Angeles', is: true },
])('$at in $zone: $is', ({ at, zone, is }) => {
  expect(isOpenAt(readHours(WEEK) ?? [], zone, new Date(at))).toBe(is);
});

it('is always open without hours, and knows weeks that go round', () => {
  expect(isOpenAt([], 'UTC', new Date('2026-11-22T03:00:00Z'))).toBe(true);
  expect(readHours('Sat-Mon 00:00-24:00')).toEqual([{ days: ['sat', 'sun', 'mon'], from: 0, until: 1440 }]);
});

it.each(['9-5', 'Mon-Fri 17:00-09:00', 'Foo 09:00-17:00', 'Mon 09:00-25:00', 'Mon 09:75-10:00', 'Mon-Fri'])(
  'does not guess at %s',
  (text) => expect(readHours(text)).toBeNull(),
);
