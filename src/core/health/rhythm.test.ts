import { describe, expect, it } from 'vitest';
import { type HeardHour, silenceOf } from './rhythm.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Monday. */
const START = Date.parse('2026-09-21T00:00:00Z');
const at = (text: string) => new Date(text);

/** Weeks of a pattern: messages in each hour of a day, by weekday (0 is Monday). */
function weeks(count: number, heardAt: (weekday: number, hour: number, week: number) => number): HeardHour[] {
  const hours: HeardHour[] = [];
  for (let index = 0; index < count * 7 * 24; index += 1) {
    const day = Math.floor(index / 24);
    const heard = heardAt(day % 7, index % 24, Math.floor(day / 7));
    if (heard > 0) hours.push({ hour: new Date(START + index * HOUR), heard });
  }
  return hours;
}
const isOffice = (weekday: number, hour: number) => weekday < 5 && hour >= 8 && hour < 18;
const office = weeks(8, (weekday, hour) => (isOffice(weekday, hour) ? 4 : 0));
/** Two messages a week. */
const quiet = weeks(8, (weekday, hour) => (hour === 10 && (weekday === 1 || weekday === 3) ? 1 : 0));
/** All day and night. */
const busy = weeks(8, () => 30);
/** Nothing for days, then forty within an hour. */
const bursts = weeks(8, (weekday, hour, week) => (hour === 12 && (weekday + week) % 4 === 0 ? 40 : 0));
const SINCE = new Date(START);

describe('silence against the rhythm of an inbox', () => {
  it.each([
    // Eight weeks end on Sunday, 2026-11-15.
    { who: 'an office on Saturday', hours: office, last: '2026-11-13T17:50:00Z', now: '2026-11-14T20:00:00Z' },
    { who: 'an office on Monday at 6', hours: office, last: '2026-11-13T17:50:00Z', now: '2026-11-16T06:00:00Z' },
    { who: 'an office in its lunch hour', hours: office, last: '2026-11-16T11:30:00Z', now: '2026-11-16T12:45:00Z' },
    {
      who: 'a quiet account after a quiet weekend',
      hours: quiet,
      last: '2026-11-12T10:20:00Z',
      now: '2026-11-16T12:00:00Z',
    },
    {
      who: 'a quiet account after three weeks',
      hours: quiet,
      last: '2026-11-12T10:20:00Z',
      now: '2026-12-02T12:00:00Z',
    },
    { who: 'a busy one after half an hour', hours: busy, last: '2026-11-15T23:30:00Z', now: '2026-11-16T00:00:00Z' },
    { who: 'one that speaks in bursts', hours: bursts, last: '2026-11-13T12:30:00Z', now: '2026-11-14T12:00:00Z' },
    { who: 'one that was never heard', hours: [], last: null, now: '2026-11-16T12:00:00Z' },
  ])('$who raises nothing', ({ hours, last, now }) => {
    expect(silenceOf(hours, last === null ? null : at(last), SINCE, at(now))).toBeNull();
  });

  it.each([
    {
      who: 'an office on Monday at noon',
      hours: office,
      last: '2026-11-13T17:50:00Z',
      now: '2026-11-16T12:00:00Z',
      due: 12,
    },
    {
      who: 'an office for an afternoon',
      hours: office,
      last: '2026-11-16T13:00:00Z',
      now: '2026-11-16T16:00:00Z',
      due: 8,
    },
    {
      who: 'a busy one after an hour and a half',
      hours: busy,
      last: '2026-11-15T23:00:00Z',
      now: '2026-11-16T00:30:00Z',
      due: 30,
    },
    {
      who: 'a quiet account after six weeks',
      hours: quiet,
      last: '2026-11-12T10:20:00Z',
      now: '2026-12-24T12:00:00Z',
      due: 7,
    },
  ])('$who is noticed', ({ hours, last, now, due }) => {
    const found = silenceOf(hours, at(last), SINCE, at(now));
    expect(found?.since).toEqual(at(last));
    expect(found?.due).toBeGreaterThanOrEqual(due);
  });

  it('says nothing in the first two weeks', () => {
    const young = busy.filter(({ hour }) => hour.getTime() < START + 13 * DAY);
    const last = new Date(START + 13 * DAY - HOUR / 2);
    expect(silenceOf(young, last, SINCE, new Date(last.getTime() + DAY))).toBeNull();
  });

  it('is noticed again although there was one outage before', () => {
    const out = office.filter(({ hour }) => hour < at('2026-10-12T00:00:00Z') || hour > at('2026-10-14T00:00:00Z'));
    expect(silenceOf(out, at('2026-11-13T17:50:00Z'), SINCE, at('2026-11-16T12:00:00Z'))).not.toBeNull();
  });

  it('does not call the pause of last night a habit because it goes on', () => {
    const last = at('2026-11-09T12:30:00Z');
    const until = office.filter(({ hour }) => hour <= last);
    expect(silenceOf(until, last, SINCE, at('2026-11-13T12:00:00Z'))).not.toBeNull();
  });
});
