import { expect, it } from 'vitest';
import { localTime } from '../../time/local-time.ts';
import { sendTimes } from './send-times.ts';

it.each([
  {
    when: 'on a Wednesday at noon',
    now: new Date(2026, 10, 25, 12),
    keys: ['hour', 'evening', 'tomorrow', 'monday'],
  },
  { when: 'on a Wednesday night', now: new Date(2026, 10, 25, 20), keys: ['hour', 'tomorrow', 'monday'] },
  {
    when: 'on a Sunday, when Monday is tomorrow',
    now: new Date(2026, 10, 22, 12),
    keys: ['hour', 'evening', 'tomorrow'],
  },
])('$when', ({ now, keys }) => {
  expect(sendTimes(now, null).map(({ key }) => key)).toEqual(keys.map((key) => `snooze.${key}`));
});

it('names what would come too late for the network', () => {
  const now = new Date(2026, 10, 25, 12);
  const closesAt = new Date(2026, 10, 25, 17).toISOString();
  expect(sendTimes(now, closesAt).map(({ isClosed }) => isClosed)).toEqual([false, true, true, true]);
});

it('writes a time as the field for it holds it', () => {
  expect(localTime(new Date(2026, 10, 5, 9, 7))).toBe('2026-11-05T09:07');
});
