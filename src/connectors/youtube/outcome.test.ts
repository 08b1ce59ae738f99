import { describe, expect, it } from 'vitest';
import type { YouTubeFailure } from './api.ts';
import { outcomeBeforeSend, outcomeOf, troubleOf } from './outcome.ts';

/** 04:00 in California: the day there has 20 hours to go. */
const NOW = new Date('2026-11-20T12:00:00Z');
const failure = (status: number, reason: string, rest: Partial<YouTubeFailure> = {}): YouTubeFailure => ({
  kind: 'failed',
  status,
  reason,
  message: 'As Google said',
  isPerhapsDone: status >= 500,
  ...rest,
});

describe('what a refused write means', () => {
  it.each<[number, string, object]>([
    [401, 'authError', { kind: 'refused', reason: 'needs_login' }],
    [401, 'somethingNew', { kind: 'refused', reason: 'needs_login' }],
    [403, 'insufficientPermissions', { kind: 'refused', reason: 'needs_login' }],
    [403, 'quotaExceeded', { kind: 'try_later', afterMs: 20 * 3_600_000 }],
    [403, 'dailyLimitExceeded', { kind: 'try_later', afterMs: 20 * 3_600_000 }],
    [403, 'rateLimitExceeded', { kind: 'try_later', afterMs: 60_000 }],
    [403, 'userRateLimitExceeded', { kind: 'try_later' }],
    [429, 'RESOURCE_EXHAUSTED', { kind: 'try_later' }],
    [
      403,
      'commentsDisabled',
      { kind: 'refused', reason: 'not_allowed', detail: expect.stringMatching(/switched off/) },
    ],
    [403, 'parentCommentIsPrivate', { kind: 'refused', reason: 'not_allowed' }],
    [403, 'ineligibleAccount', { kind: 'refused', reason: 'not_allowed' }],
    [403, 'brandNew', { kind: 'refused', reason: 'not_allowed', detail: 'As Google said' }],
    [400, 'operationNotSupported', { kind: 'refused', reason: 'not_allowed' }],
    [400, 'commentTextTooLong', { kind: 'refused', reason: 'too_long' }],
    [400, 'invalidCommentMetadata', { kind: 'refused', reason: 'other' }],
    [404, 'parentCommentNotFound', { kind: 'refused', reason: 'gone' }],
    [404, 'videoNotFound', { kind: 'refused', reason: 'gone' }],
    [400, 'processingFailure', { kind: 'unknown' }],
    [500, 'backendError', { kind: 'unknown' }],
    [503, 'http503', { kind: 'unknown' }],
  ])('%i %s', (status, reason, expected) => {
    expect(outcomeOf(failure(status, reason), NOW)).toMatchObject(expected);
  });

  it.each<[string, Partial<YouTubeFailure>, boolean, string]>([
    ['no answer, perhaps done', { isPerhapsDone: true }, false, 'unknown'],
    ['no answer, and it never left', { isPerhapsDone: false }, false, 'try_later'],
    ['no answer to what may be done twice', { isPerhapsDone: true }, true, 'try_later'],
  ])('%s', (_, rest, canRepeat, kind) => {
    expect(outcomeOf(failure(0, 'noAnswer', rest), NOW, canRepeat)).toMatchObject({ kind });
  });

  it('is certain before anything was written', () => {
    expect(outcomeBeforeSend(failure(500, 'backendError'), NOW)).toMatchObject({ kind: 'try_later' });
  });
});

describe('what a refused look means', () => {
  it.each<[number, string, object]>([
    [403, 'quotaExceeded', { kind: 'limited', afterMs: 20 * 3_600_000 }],
    [403, 'rateLimitExceeded', { kind: 'limited', afterMs: 60_000 }],
    [401, 'login', { kind: 'needs_login' }],
    [403, 'accessNotConfigured', { kind: 'misconfigured' }],
    [500, 'backendError', { kind: 'unavailable' }],
    [0, 'noAnswer', { kind: 'unavailable' }],
  ])('%i %s', (status, reason, expected) => {
    expect(troubleOf(failure(status, reason), NOW)).toMatchObject(expected);
  });
});
