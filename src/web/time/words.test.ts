import { describe, expect, it } from 'vitest';
import { dayWords } from './day-words.ts';
import { snoozePresets } from './snooze-presets.ts';
import { agoWords, bytes, spanWords } from './words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

it.each([
  [30_000, 'now'],
  [18 * MINUTE, '18 m'],
  [HOUR, '1 h'],
  [HOUR + 4 * MINUTE, '1 h 04 m'],
  [26 * HOUR, '1 d 02 h'],
  [12 * 24 * HOUR + HOUR, '12 d'],
])('%i ms is "%s"', (ms, words) => {
  expect(spanWords(ms)).toBe(words);
});

it.each([
  [2_000, 'just now'],
  [40_000, '40 s ago'],
  [5 * MINUTE, '5 m ago'],
  [-3_000, 'just now'],
])('%i ms before now is "%s"', (ms, words) => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  expect(agoWords(new Date(now - ms).toISOString(), now)).toBe(words);
});

it.each([
  [0, 'Today'],
  [1, 'Yesterday'],
])('%i days ago is "%s"', (days, words) => {
  const now = new Date(2026, 10, 22, 12);
  expect(dayWords(new Date(2026, 10, 22 - days, 23, 59).toISOString(), now)).toBe(words);
});

it.each([
  [33, '33 bytes'],
  [183_000, '183 kB'],
  [2_000_000, '2 MB'],
])('%i bytes is "%s"', (size, words) => {
  expect(bytes(size).replace(/\s/u, ' ')).toBe(words);
});

describe('snooze', () => {
  const keys = (now: Date) => snoozePresets(now).map(({ key }) => key.replace('snooze.', ''));
  it.each([
    {
      when: 'a Tuesday morning',
      now: new Date(2026, 10, 24, 9),
      offers: 'hour threeHours evening tomorrow monday week',
    },
    { when: 'a Tuesday night', now: new Date(2026, 10, 24, 21), offers: 'hour threeHours tomorrow monday week' },
    {
      when: 'a Sunday, when Monday is tomorrow',
      now: new Date(2026, 10, 22, 9),
      offers: 'hour threeHours evening tomorrow week',
    },
  ])('on $when offers $offers', ({ now, offers }) => {
    expect(keys(now).join(' ')).toBe(offers);
    for (const { until } of snoozePresets(now)) expect(until.getTime()).toBeGreaterThan(now.getTime());
  });
});
