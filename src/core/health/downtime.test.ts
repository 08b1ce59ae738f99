import { describe, expect, it } from 'vitest';
import { lostWhileAway } from './downtime.ts';

const at = (text: string) => new Date(`2026-11-${text}:00Z`);
const HOUR = 3_600_000;

describe('what a network told nobody while we were away', () => {
  it.each([
    { what: 'a first start', last: null, opened: '22T12:00', retriesMs: 0, lost: null },
    { what: 'a restart', last: '22T11:56', opened: '22T12:00', retriesMs: 0, lost: null },
    {
      what: 'an hour, and nobody tries again',
      last: '22T11:00',
      opened: '22T12:00',
      retriesMs: 0,
      lost: ['22T11:00', '22T12:00'],
    },
    {
      what: 'half an hour of a network that tries for one',
      last: '22T11:30',
      opened: '22T12:00',
      retriesMs: HOUR,
      lost: null,
    },
    {
      what: 'three hours of a network that tries for one',
      last: '22T09:00',
      opened: '22T12:00',
      retriesMs: HOUR,
      lost: ['22T09:00', '22T11:00'],
    },
    {
      what: 'six days of a network that tries for seven',
      last: '16T12:00',
      opened: '22T12:00',
      retriesMs: 168 * HOUR,
      lost: null,
    },
    {
      what: 'whatever, of a sender that keeps it',
      last: '01T00:00',
      opened: '22T12:00',
      retriesMs: Number.POSITIVE_INFINITY,
      lost: null,
    },
  ])('$what', ({ last, opened, retriesMs, lost }) => {
    const found = lostWhileAway(last === null ? null : at(last), at(opened), { network: 'Viber', retriesMs });
    expect(found && [found.from, found.to]).toEqual(lost?.map(at) ?? null);
    if (found) expect(found.why).toMatch(/Viber (tries for an hour only|does not try again)\./);
  });
});
