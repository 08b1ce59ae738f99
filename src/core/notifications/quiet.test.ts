import { expect, it } from 'vitest';
import { isQuiet } from './quiet.ts';

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
const NIGHT = { days: EVERY_DAY, from: '22:00', to: '07:00' };
const LUNCH = { days: [1, 2, 3, 4, 5], from: '12:00', to: '13:00' };
/** Friday's night only. */
const FRIDAY = { days: [5], from: '22:00', to: '07:00' };
const ATHENS = 'Europe/Athens';

it.each([
  { what: 'no hours at all', hours: null, at: '2026-11-23T02:00:00Z', quiet: false },
  { what: 'in the middle of the night', hours: NIGHT, at: '2026-11-23T02:00:00Z', quiet: true },
  { what: 'the minute it begins', hours: NIGHT, at: '2026-11-23T20:00:00Z', quiet: true },
  { what: 'a minute before it begins', hours: NIGHT, at: '2026-11-23T19:59:00Z', quiet: false },
  { what: 'the minute it ends', hours: NIGHT, at: '2026-11-23T05:00:00Z', quiet: false },
  { what: 'a minute before it ends', hours: NIGHT, at: '2026-11-23T04:59:59Z', quiet: true },
  { what: 'lunch on a Monday', hours: LUNCH, at: '2026-11-23T10:30:00Z', quiet: true },
  { what: 'lunch on a Sunday', hours: LUNCH, at: '2026-11-22T10:30:00Z', quiet: false },
  { what: 'Saturday morning belongs to Friday night', hours: FRIDAY, at: '2026-11-28T03:00:00Z', quiet: true },
  { what: 'Friday morning does not', hours: FRIDAY, at: '2026-11-27T03:00:00Z', quiet: false },
  { what: 'Saturday night does not', hours: FRIDAY, at: '2026-11-28T21:00:00Z', quiet: false },
  {
    what: 'hours that end when they begin: the whole day',
    hours: { days: [0], from: '09:00', to: '09:00' },
    at: '2026-11-23T06:30:00Z',
    quiet: true,
  },
  // Athens: clocks go forward on 29 March 2026 at 03:00 (01:00Z) and back on 25 October at 04:00 (01:00Z).
  { what: 'clocks went forward: 06:59 is quiet', hours: NIGHT, at: '2026-03-29T03:59:00Z', quiet: true },
  { what: 'clocks went forward: 07:00 is not', hours: NIGHT, at: '2026-03-29T04:00:00Z', quiet: false },
  { what: 'clocks went back: 06:59 is quiet', hours: NIGHT, at: '2026-10-25T04:59:00Z', quiet: true },
  { what: 'clocks went back: 07:00 is not', hours: NIGHT, at: '2026-10-25T05:00:00Z', quiet: false },
])('$what', ({ hours, at, quiet }) => {
  expect(isQuiet(hours, ATHENS, new Date(at))).toBe(quiet);
});

it('counts a zone that nobody knows as UTC', () => {
  expect(isQuiet(NIGHT, 'Moon/Tycho', new Date('2026-11-23T06:30:00Z'))).toBe(true);
});
