import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpenAt, readHours } from './hours.ts';
import { type Calendar, type DaySpan, openHours } from './open-hours.ts';
import { addOpenTime, endOfDay, openTimeBetween } from './open-time.ts';

const MINUTE = 60_000;
const calendar = (week: string, timeZone: string, days: Record<string, readonly DaySpan[]> = {}): Calendar => ({
  timeZone,
  week: readHours(week) ?? [],
  days: new Map(Object.entries(days)),
});
const ms = (iso: string) => Date.parse(iso);
const iso = (at: number | null) => at && new Date(at).toISOString().replace(':00.000Z', 'Z');

const OFFICE = 'Mon-Fri 09:00-17:00';
const SPLIT = 'Mon-Fri 09:00-13:00, Mon-Fri 14:00-18:00, Sat 10:00-12:00';
const NIGHT = 'Mon-Sun 00:00-06:00, Mon-Sun 22:00-24:00';

describe('open time from an instant on', () => {
  it.each([
    {
      what: 'within the day',
      week: OFFICE,
      zone: 'Europe/Berlin',
      from: '2026-11-18T09:00Z',
      add: 60,
      is: '2026-11-18T10:00Z',
    },
    {
      what: 'to the close, not to the next opening',
      week: OFFICE,
      zone: 'Europe/Berlin',
      from: '2026-11-18T15:00Z',
      add: 60,
      is: '2026-11-18T16:00Z',
    },
    {
      what: 'over a night',
      week: OFFICE,
      zone: 'Europe/Berlin',
      from: '2026-11-18T15:30Z',
      add: 60,
      is: '2026-11-19T08:30Z',
    },
    {
      what: 'written on a Sunday',
      week: OFFICE,
      zone: 'Europe/Berlin',
      from: '2026-11-22T11:00Z',
      add: 60,
      is: '2026-11-23T09:00Z',
    },
    {
      what: 'over a weekend with a short Saturday',
      week: SPLIT,
      zone: 'UTC',
      from: '2026-11-20T17:30Z',
      add: 180,
      is: '2026-11-23T09:30Z',
    },
    { what: 'over lunch', week: SPLIT, zone: 'UTC', from: '2026-11-18T12:30Z', add: 60, is: '2026-11-18T14:30Z' },
    {
      what: 'over the end of a year',
      week: OFFICE,
      zone: 'UTC',
      from: '2026-12-31T16:30Z',
      add: 60,
      is: '2027-01-01T09:30Z',
    },
    {
      what: 'over a leap day',
      week: OFFICE,
      zone: 'UTC',
      from: '2028-02-28T16:30Z',
      add: 8 * 60 + 60,
      is: '2028-03-01T09:30Z',
    },
    {
      what: 'over a 28 February that no leap day follows',
      week: OFFICE,
      zone: 'UTC',
      from: '2025-02-28T16:30Z',
      add: 60,
      is: '2025-03-03T09:30Z',
    },
    // Berlin loses 02:00-03:00 on 29 March 2026 and has it twice on 25 October.
    {
      what: 'over the missing hour',
      week: '',
      zone: 'Europe/Berlin',
      from: '2026-03-28T23:00Z',
      add: 23 * 60,
      is: '2026-03-29T22:00Z',
    },
    {
      what: 'through a night shift without its missing hour',
      week: NIGHT,
      zone: 'Europe/Berlin',
      from: '2026-03-29T00:00Z',
      add: 4 * 60,
      is: '2026-03-29T04:00Z',
    },
    {
      what: 'through a night shift whose hour comes twice',
      week: NIGHT,
      zone: 'Europe/Berlin',
      from: '2026-10-24T22:00Z',
      add: 7 * 60,
      is: '2026-10-25T05:00Z',
    },
    {
      what: 'at nine by the wall before and after the change',
      week: OFFICE,
      zone: 'Europe/Berlin',
      from: '2026-03-27T16:00Z',
      add: 1,
      is: '2026-03-30T07:01Z',
    },
    {
      what: 'in New York on its own change',
      week: OFFICE,
      zone: 'America/New_York',
      from: '2026-10-30T21:00Z',
      add: 1,
      is: '2026-11-02T14:01Z',
    },
    {
      what: 'where the day changes at half an hour',
      week: OFFICE,
      zone: 'Australia/Lord_Howe',
      from: '2026-10-02T06:30Z',
      add: 1,
      is: '2026-10-04T22:01Z',
    },
    {
      what: 'where a day was left out',
      week: OFFICE,
      zone: 'Pacific/Apia',
      from: '2011-12-30T03:00Z',
      add: 1,
      is: '2012-01-01T19:01Z',
    },
  ])('$what', ({ week, zone, from, add, is }) => {
    expect(iso(addOpenTime(openHours(calendar(week, zone)), ms(from), add * MINUTE))).toBe(is);
  });

  it('passes over a holiday in the middle, and keeps the hours of a special day', () => {
    const hours = openHours(calendar(OFFICE, 'UTC', { '2026-12-25': [], '2026-12-24': [{ from: 540, until: 720 }] }));
    // Thursday until noon, Friday closed, on Monday again.
    expect(iso(addOpenTime(hours, ms('2026-12-24T11:30Z'), 60 * MINUTE))).toBe('2026-12-28T09:30Z');
    expect(openTimeBetween(hours, ms('2026-12-24T00:00Z'), ms('2026-12-28T10:00Z')) / MINUTE).toBe(180 + 60);
  });

  it('never comes where nobody is ever there', () => {
    const never: Calendar = { timeZone: 'UTC', week: [{ days: [], from: 0, until: 1 }], days: new Map() };
    expect(addOpenTime(openHours(never), 0, MINUTE)).toBeNull();
    expect(endOfDay(openHours(never), 0)).toBeNull();
  });
});

it.each([
  { what: 'the close of today', from: '2026-11-18T10:00Z', is: '2026-11-18T18:00Z' },
  { what: 'after the close, of tomorrow', from: '2026-11-18T18:00Z', is: '2026-11-19T18:00Z' },
  { what: 'on a Sunday, of Monday', from: '2026-11-22T10:00Z', is: '2026-11-23T18:00Z' },
  { what: 'on Saturday, its own', from: '2026-11-21T09:00Z', is: '2026-11-21T12:00Z' },
])('the same day is $what', ({ from, is }) => {
  expect(iso(endOfDay(openHours(calendar(SPLIT, 'UTC')), ms(from)))).toBe(is);
});

describe('against a look at the wall clock, minute by minute', () => {
  const zones = [
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'Pacific/Apia',
    'America/Havana',
  ];
  const weeks = [OFFICE, SPLIT, NIGHT, '', 'Sun 01:30-02:45'];
  // Around what is hard: changes of clocks, a leap day, the end of a year, the start of Ramadan in Morocco.
  const moments = [
    '2026-03-28T12:00Z',
    '2026-10-24T12:00Z',
    '2026-03-07T12:00Z',
    '2026-10-31T12:00Z',
    '2028-02-28T12:00Z',
    '2026-12-31T12:00Z',
    '2026-02-14T12:00Z',
    '2026-04-04T12:00Z',
    '2011-12-29T12:00Z',
    '2026-10-03T06:00Z',
  ].map(ms);
  const around = { moment: constantFrom(...moments), zone: constantFrom(...zones), week: constantFrom(...weeks) };

  it('says the same', () => {
    assert(
      property(
        around.moment,
        around.zone,
        around.week,
        integer({ min: 0, max: 1_440 }),
        integer({ min: 1, max: 2_600 }),
        (moment, zone, week, offset, length) => {
          const from = moment + offset * MINUTE;
          const spans = readHours(week) ?? [];
          let open = 0;
          for (let at = from; at < from + length * MINUTE; at += MINUTE)
            if (isOpenAt(spans, zone, new Date(at))) open += 1;
          const hours = openHours(calendar(week, zone));
          expect(openTimeBetween(hours, from, from + length * MINUTE) / MINUTE).toBe(open);
          if (open === 0) return;
          const end = addOpenTime(hours, from, open * MINUTE);
          expect(end).toBeLessThanOrEqual(from + length * MINUTE);
          expect(openTimeBetween(hours, from, end ?? 0) / MINUTE).toBe(open);
        },
      ),
      { numRuns: 150, seed: 17 },
    );
  });
});
