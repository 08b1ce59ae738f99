import { describe, expect, it } from 'vitest';
import { pauseAfter, streamFailureOf } from './stream-pauses.ts';

describe('what an answer says of the stream', () => {
  it.each([
    [0, '', 'network'],
    [503, 'about:blank', 'http'],
    [409, 'streaming-connection', 'http'],
    [402, 'credits', 'credit'],
    [429, 'about:blank', 'slow'],
    [429, 'streaming-connection', 'taken'],
    [401, 'about:blank', 'keys'],
    [403, 'client-forbidden', 'plan'],
    [403, 'client-forbidden', 'plan', 'client-not-enrolled'],
    [403, 'client-forbidden', 'setup', 'official-client-forbidden'],
    [403, '453', 'plan'],
    [403, 'unsupported-authentication', 'setup'],
    [403, 'oauth1-permissions', 'setup'],
    [403, 'something-new', 'forbidden'],
    [403, 'about:blank', 'forbidden'],
    [403, 'blank', 'forbidden'],
    [403, '', 'forbidden'],
  ] as const)('%i %s: %s %s', (status, type, failure, reason?: string) => {
    expect(streamFailureOf({ status, type, ...(reason ? { reason } : {}) })).toBe(failure);
  });
});

describe('pauses, in seconds', () => {
  it.each([
    ['network', 1, 0.25],
    ['network', 2, 0.5],
    ['network', 10, 2.5],
    ['network', 64, 16],
    ['network', 1_000, 16],
    ['http', 1, 5],
    ['http', 2, 10],
    ['http', 7, 320],
    ['http', 1_000, 320],
    ['slow', 1, 60],
    ['slow', 3, 240],
    ['slow', 1_000, 1_800],
    ['taken', 1, 1_800],
    ['taken', 9, 1_800],
    ['keys', 1, 3_600],
    ['plan', 1, 86_400],
    ['setup', 1, 3_600],
    ['credit', 1, 900],
    ['forbidden', 1, 900],
    ['forbidden', 2, 1_800],
    ['forbidden', 5, 14_400],
    ['forbidden', 6, 21_600],
    ['forbidden', 99, 21_600],
  ] as const)('%s, the %i. time: %d', (failure, count, seconds) => {
    expect(pauseAfter(failure, count) / 1_000).toBe(seconds);
  });

  it.each([
    [1, 60],
    [2, 120],
    [6, 1_800],
  ])('a place that is perhaps still taken by ourselves, the %i. time: %d', (count, seconds) => {
    expect(pauseAfter('taken', count, true) / 1_000).toBe(seconds);
  });
});
