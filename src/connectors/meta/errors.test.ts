import { describe, expect, it } from 'vitest';
import { Trouble } from '../../core/channel/connector.ts';
import { judge, nothingOr, outcomeOf } from './errors.ts';
import type { GraphAnswer } from './graph.ts';

const error = (code: number, subcode?: number, waitMs?: number): Exclude<GraphAnswer, { kind: 'ok' }> => ({
  kind: 'error',
  error: { code, subcode, message: 'Words of Meta', waitMs },
});
const lost = (isSent: boolean): Exclude<GraphAnswer, { kind: 'ok' }> => ({
  kind: 'lost',
  isSent,
  detail: 'Meta did not answer in time.',
});

describe('an error of Meta', () => {
  it.each([
    { code: 190, sub: 460, means: 'needs_login' },
    { code: 190, sub: 999, means: 'needs_login' },
    { code: 102, means: 'needs_login' },
    { code: 1705, means: 'needs_login' },
    { code: 10, means: 'not_allowed' },
    { code: 10, sub: 2018278, means: 'window_closed' },
    { code: 10, sub: 2018108, means: 'person_unavailable' },
    { code: 10, sub: 2018300, means: 'owned_by_other_app' },
    { code: 2018300, means: 'owned_by_other_app' },
    { code: 100, means: 'other' },
    { code: 100, sub: 33, means: 'gone' },
    { code: 100, sub: 1893061, means: 'window_closed' },
    { code: 100, sub: 2018109, means: 'bad_attachment' },
    { code: 200, means: 'not_allowed' },
    { code: 273, means: 'not_allowed' },
    { code: 200, sub: 1545041, means: 'person_unavailable' },
    { code: 551, sub: 1545041, means: 'person_unavailable' },
    { code: 368, means: 'blocked' },
    { code: 506, means: 'duplicate' },
    { code: 10900, means: 'already_replied' },
    { code: 4, means: 'limited' },
    { code: 32, means: 'limited' },
    { code: 613, sub: 1996, means: 'limited' },
    { code: 80001, means: 'limited' },
    { code: 80006, means: 'limited' },
    { code: 1, sub: 99, means: 'transient' },
    { code: 2, means: 'transient' },
    { code: 987_654, means: 'other' },
  ])('$code/$sub means $means', ({ code, sub, means }) => {
    const verdict = judge({ code, subcode: sub, message: 'Words of Meta', waitMs: undefined });
    expect(verdict.means).toBe(means);
    expect(verdict.detail).toContain(String(code));
  });

  it('is told in the words of Meta where ours say little', () => {
    expect(judge({ code: 987_654, subcode: undefined, message: 'Words of Meta', waitMs: undefined }).detail).toContain(
      'Words of Meta',
    );
  });
});

describe('an act', () => {
  it.each([
    { when: 'Meta says slow down', answer: error(613), isRepeatable: false, kind: 'try_later' },
    { when: 'Meta had a fault, and it was a reply', answer: error(2), isRepeatable: false, kind: 'unknown' },
    { when: 'Meta had a fault, and it was a like', answer: error(2), isRepeatable: true, kind: 'try_later' },
    { when: 'the answer was lost', answer: lost(true), isRepeatable: false, kind: 'unknown' },
    { when: 'the answer to a like was lost', answer: lost(true), isRepeatable: true, kind: 'try_later' },
    { when: 'it never left', answer: lost(false), isRepeatable: false, kind: 'try_later' },
    { when: 'Meta refused', answer: error(200), isRepeatable: false, kind: 'refused' },
  ])('is $kind when $when', ({ answer, isRepeatable, kind }) => {
    expect(outcomeOf(answer, isRepeatable).kind).toBe(kind);
  });

  it('waits as long as Meta says', () => {
    expect(outcomeOf(error(80001, undefined, 420_000), false)).toMatchObject({ kind: 'try_later', afterMs: 420_000 });
  });
});

it.each([
  { when: 'the login is needed', answer: error(190), kind: 'needs_login' },
  { when: 'there were too many calls', answer: error(4), kind: 'limited' },
  { when: 'Meta is down', answer: lost(false), kind: 'unavailable' },
])('reading throws when $when', ({ answer, kind }) => {
  expect(() => nothingOr(answer)).toThrow(Trouble);
  expect(() => nothingOr(answer)).toThrow(expect.objectContaining({ kind }));
});
it.each([
  [100, 33],
  [230, undefined],
  [2018218, undefined],
  [10, undefined],
])('reading gives nothing for %s/%s', (code, sub) => {
  expect(nothingOr(error(code, sub))).toBeNull();
});
