import { describe, expect, it } from 'vitest';
import { Trouble } from '../../core/channel/connector.ts';
import type { LineError, LineFailure } from './call.ts';
import { inDoubt, isKeyForgotten, nothingOr, outcomeOf } from './outcome.ts';

const HOUR_MS = 3_600_000;
const error = (status: number, message = '', more: Partial<LineError> = {}): LineFailure => ({
  kind: 'error',
  status,
  message,
  details: [],
  waitMs: undefined,
  body: undefined,
  ...more,
});
const lost = (isSent: boolean): LineFailure => ({ kind: 'lost', isSent, detail: 'LINE did not answer in time.' });

describe('an answer of LINE', () => {
  it.each([
    [400, 'The request body has 1 error(s)', 'other'],
    [400, 'Failed to send messages', 'person_unavailable'],
    [401, 'Authentication failed', 'needs_login'],
    [403, 'Not available', 'not_allowed'],
    [404, 'Not found', 'gone'],
    [413, 'Too large', 'other'],
    [429, 'You have reached your monthly limit.', 'not_allowed'],
  ])('%i "%s" is refused as %s, in a sentence', (status, message, reason) => {
    const outcome = outcomeOf(error(status, message), 0);
    expect(outcome).toMatchObject({ kind: 'refused', reason, detail: expect.stringMatching(/^[A-Z].+\.$/) });
  });

  it('names the part of the request that was wrong', () => {
    const details = ['messages[0].text: May not be empty'];
    expect(outcomeOf(error(400, 'The request body has 1 error(s)', { details }), 0)).toMatchObject({
      detail: expect.stringContaining('messages[0].text: May not be empty'),
    });
  });

  it.each([
    [undefined, 60_000],
    [7_000, 7_000],
  ])('429 without the month waits: asked for %s ms, waits %i ms', (waitMs, afterMs) => {
    const limited = error(429, 'The API rate limit has been exceeded. Try again later.', { waitMs });
    expect(outcomeOf(limited, 0)).toMatchObject({ kind: 'try_later', afterMs });
  });

  it.each([
    [false, 0, 'try_later'],
    [false, 30 * HOUR_MS, 'try_later'],
    [true, 0, 'try_later'],
    [true, 4 * HOUR_MS, 'try_later'],
    [true, 5 * HOUR_MS, 'unknown'],
  ])('a lost one (sent: %s) after %i ms is %s', (isSent, ageMs, kind) => {
    expect(outcomeOf(lost(isSent), ageMs).kind).toBe(kind);
  });

  it.each([
    [error(429, 'You have reached your monthly limit.'), 0, 'unknown'],
    [error(403), 0, 'unknown'],
    [error(401), 0, 'refused'],
    [error(401), 5 * HOUR_MS, 'unknown'],
    [error(429), 0, 'try_later'],
    [error(429), 5 * HOUR_MS, 'unknown'],
    [lost(false), 5 * HOUR_MS, 'unknown'],
  ])('%j to a second asking, after %i ms, leaves what may have been sent %s', (failed, ageMs, kind) => {
    expect(inDoubt(outcomeOf(failed, ageMs), ageMs)).toMatchObject({ kind, detail: expect.any(String) });
  });

  it('knows when a key is too old to be asked by', () => {
    expect(isKeyForgotten(22 * HOUR_MS)).toBe(false);
    expect(isKeyForgotten(24 * HOUR_MS)).toBe(true);
  });

  it.each([
    [error(401), 'needs_login'],
    [error(403), 'misconfigured'],
    [error(429), 'limited'],
    [error(400), 'unavailable'],
    [lost(true), 'unavailable'],
  ])('a lookup that got %j is trouble: %s', (failed, kind) => {
    expect(() => nothingOr(failed)).toThrow(Trouble);
    expect(() => nothingOr(failed)).toThrow(expect.objectContaining({ kind }));
  });

  it('finds nothing where nothing is', () => {
    expect(nothingOr(error(404))).toBeNull();
    expect(nothingOr(error(410))).toBeNull();
  });
});
