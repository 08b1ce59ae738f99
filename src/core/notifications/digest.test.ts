import { expect, it } from 'vitest';
import { periodOf } from './digest.ts';

const daily = (mailAt: string) => ({ mail: 'daily', mailAt }) as const;

it.each([
  {
    what: 'nothing',
    of: { mail: 'off', mailAt: '08:00' } as const,
    zone: 'UTC',
    now: '2026-11-22T12:00:00Z',
    is: null,
  },
  {
    what: 'alerts',
    of: { mail: 'alerts', mailAt: '08:00' } as const,
    zone: 'UTC',
    now: '2026-11-22T12:00:00Z',
    is: null,
  },
  {
    what: 'each hour',
    of: { mail: 'hourly', mailAt: '08:00' } as const,
    zone: 'UTC',
    now: '2026-11-22T12:59:59Z',
    is: '2026-11-22T12:00:00Z',
  },
  {
    what: 'after the hour',
    of: daily('08:00'),
    zone: 'Europe/Athens',
    now: '2026-11-22T06:00:00Z',
    is: '2026-11-22T06:00:00Z',
  },
  {
    what: 'before the hour',
    of: daily('08:00'),
    zone: 'Europe/Athens',
    now: '2026-11-22T05:59:59Z',
    is: '2026-11-21T06:00:00Z',
  },
  {
    what: 'far in the west',
    of: daily('20:00'),
    zone: 'Pacific/Honolulu',
    now: '2026-11-22T05:59:00Z',
    is: '2026-11-21T06:00:00Z',
  },
  {
    what: 'far in the east',
    of: daily('00:30'),
    zone: 'Pacific/Kiritimati',
    now: '2026-11-22T10:30:00Z',
    is: '2026-11-22T10:30:00Z',
  },
  {
    what: 'in a zone of half an hour',
    of: daily('08:00'),
    zone: 'Asia/Kolkata',
    now: '2026-11-22T02:30:00Z',
    is: '2026-11-22T02:30:00Z',
  },
  // Athens: clocks go forward on 29 March 2026 at 03:00 (01:00Z) and back on 25 October at 04:00 (01:00Z).
  {
    what: 'clocks went forward',
    of: daily('08:00'),
    zone: 'Europe/Athens',
    now: '2026-03-29T05:00:00Z',
    is: '2026-03-29T05:00:00Z',
  },
  {
    what: 'the day before they did',
    of: daily('08:00'),
    zone: 'Europe/Athens',
    now: '2026-03-28T06:00:00Z',
    is: '2026-03-28T06:00:00Z',
  },
  {
    what: 'clocks went back',
    of: daily('08:00'),
    zone: 'Europe/Athens',
    now: '2026-10-25T06:00:00Z',
    is: '2026-10-25T06:00:00Z',
  },
  {
    what: 'an unknown zone',
    of: daily('08:00'),
    zone: 'Moon/Tycho',
    now: '2026-11-22T08:00:00Z',
    is: '2026-11-22T08:00:00Z',
  },
])('$what', ({ of, zone, now, is }) => {
  expect(periodOf(of, zone, new Date(now))).toEqual(is && new Date(is));
});

it.each(['02:30', '03:30', '08:00'])('comes once for each day of a year at %s, whatever the clocks do', (mailAt) => {
  const begun = new Set<number>();
  const start = Date.parse('2026-01-01T12:00:00Z');
  for (let at = start; at < start + 365 * 86_400_000; at += 3_600_000)
    begun.add(periodOf(daily(mailAt), 'Europe/Athens', new Date(at))?.getTime() ?? 0);
  expect(begun.size).toBeGreaterThanOrEqual(365);
  expect(begun.size).toBeLessThanOrEqual(366);
});
