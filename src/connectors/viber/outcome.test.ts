import { describe, expect, it } from 'vitest';
import { Trouble } from '../../core/channel/connector.ts';
import type { ViberAnswer } from './call.ts';
import { nothingOr, outcomeOf } from './outcome.ts';

const now = new Date('2026-11-18T12:40:00Z');
const TWENTY_MINUTES_MS = 1_200_000;
type Failed = Exclude<ViberAnswer, { kind: 'ok' }>;
const error = (status: number, message = ''): Failed => ({ kind: 'error', status, message });
const lost = (isSent: boolean): Failed => ({ kind: 'lost', isSent, detail: 'Viber did not answer in time.' });

describe('an answer of Viber', () => {
  it.each([
    [2, 'needs_login'],
    [3, 'other'],
    [5, 'person_unavailable'],
    [6, 'person_unavailable'],
    [7, 'not_allowed'],
    [8, 'needs_login'],
    [9, 'not_allowed'],
    [10, 'other'],
    [11, 'person_unavailable'],
    [23, 'not_allowed'],
    [24, 'not_allowed'],
  ])('%i is refused as %s, in a sentence', (status, reason) => {
    const outcome = outcomeOf(error(status, 'whatever'), 1, now);
    expect(outcome).toMatchObject({ kind: 'refused', reason, detail: expect.stringMatching(/^[A-Z].+\.$/) });
  });

  it('12 waits for the next clock hour', () => {
    expect(outcomeOf(error(12, 'Too many requests'), 1, now)).toMatchObject({
      kind: 'try_later',
      afterMs: TWENTY_MINUTES_MS,
    });
  });

  it('12 about one person who does not answer holds up nobody else', () => {
    const words = 'maximum messages from Public Account to Viber user without reply exceeded';
    expect(outcomeOf(error(12, words), 1, now)).toMatchObject({ kind: 'refused', reason: 'not_allowed' });
  });

  it.each([
    [1, 'try_later'],
    [2, 'try_later'],
    [3, 'refused'],
  ])('a general error at the try number %i: %s', (attempt, kind) => {
    expect(outcomeOf(error(99, 'general error'), attempt, now).kind).toBe(kind);
  });

  it('is unknown only where the message may have been taken', () => {
    expect(outcomeOf(lost(true), 1, now).kind).toBe('unknown');
    expect(outcomeOf(lost(false), 1, now).kind).toBe('try_later');
  });

  it.each([
    [error(12), 'limited'],
    [error(2), 'needs_login'],
    [error(99), 'unavailable'],
    [lost(true), 'unavailable'],
  ])('a lookup that got %j is trouble: %s', (failed, kind) => {
    expect(() => nothingOr(failed)).toThrow(Trouble);
    expect(() => nothingOr(failed)).toThrow(expect.objectContaining({ kind }));
  });

  it('finds nobody where nobody is', () => {
    expect(nothingOr(error(5))).toBeNull();
    expect(nothingOr(error(6))).toBeNull();
  });
});
