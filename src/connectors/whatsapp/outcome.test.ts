import { describe, expect, it } from 'vitest';
import { Trouble } from '../../core/channel/connector.ts';
import type { GraphAnswer } from '../meta/graph.ts';
import { judge } from './errors.ts';
import { nothingOr, outcomeOf } from './outcome.ts';

type Failed = Exclude<GraphAnswer, { kind: 'ok' }>;
const error = (code: number, more: { subcode?: number; details?: string; waitMs?: number } = {}): Failed => ({
  kind: 'error',
  error: { code, subcode: undefined, message: 'Words of Meta', waitMs: undefined, ...more },
});
const lost = (isSent: boolean): Failed => ({ kind: 'lost', isSent, detail: 'Meta did not answer in time.' });

describe('a call to send', () => {
  it.each([
    ...[4, 80007, 80008, 130429, 131056, 133016, 131016, 131057].map((code) => ({
      code,
      kind: 'try_later',
      reason: undefined,
    })),
    ...[1, 2, 131000].map((code) => ({ code, kind: 'unknown', reason: undefined })),
    ...[0, 190, 102].map((code) => ({ code, kind: 'refused', reason: 'needs_login' })),
    ...[3, 10, 200, 299, 131005, 131021, 131030, 131062, 132007, 132015, 132016, 133010].map((code) => ({
      code,
      kind: 'refused',
      reason: 'not_allowed',
    })),
    ...[368, 131031, 131042, 131048].map((code) => ({ code, kind: 'refused', reason: 'blocked' })),
    ...[131026, 131049, 131050, 130472].map((code) => ({ code, kind: 'refused', reason: 'person_unavailable' })),
    ...[100, 131008, 131009, 132000, 132001, 132012, 999999].map((code) => ({
      code,
      kind: 'refused',
      reason: 'other',
    })),
    ...[131051, 131052, 131053].map((code) => ({ code, kind: 'refused', reason: 'bad_attachment' })),
    { code: 131047, kind: 'refused', reason: 'window_closed' },
    { code: 131060, kind: 'refused', reason: 'gone' },
    { code: 132005, kind: 'refused', reason: 'too_long' },
  ])('that is answered $code is $kind $reason', ({ code, kind, reason }) => {
    const outcome = outcomeOf(error(code), false, 1);
    expect(outcome).toMatchObject({ kind, detail: expect.stringContaining(`(${code})`) });
    if (reason) expect(outcome).toMatchObject({ reason });
  });

  it.each([
    { when: 'it never left', answer: lost(false), isRepeatable: false, kind: 'try_later' },
    { when: 'nobody answered', answer: lost(true), isRepeatable: false, kind: 'unknown' },
    { when: 'nobody answered, and twice is once', answer: lost(true), isRepeatable: true, kind: 'try_later' },
    { when: 'Meta broke, and twice is once', answer: error(131000), isRepeatable: true, kind: 'try_later' },
  ])('is $kind when $when', ({ answer, isRepeatable, kind }) => {
    expect(outcomeOf(answer, isRepeatable, 1).kind).toBe(kind);
  });

  it.each([
    { attempt: 0, afterMs: 4_000 },
    { attempt: 1, afterMs: 4_000 },
    { attempt: 2, afterMs: 16_000 },
    { attempt: 40, afterMs: 3_600_000 },
  ])('to somebody who got too much waits $afterMs ms at try $attempt', ({ attempt, afterMs }) => {
    expect(outcomeOf(error(131056), false, attempt)).toMatchObject({ afterMs });
  });

  it('waits as long as Meta asks for', () => {
    expect(outcomeOf(error(130429, { waitMs: 90_000 }), false, 1)).toMatchObject({ afterMs: 90_000 });
  });
});

it('shows what WhatsApp says beside the title, which means more', () => {
  const verdict = judge({
    code: 132000,
    subcode: undefined,
    message: 'Title',
    details: 'body: 1 is not 2',
    waitMs: undefined,
  });
  expect(verdict.detail).toContain('body: 1 is not 2');
  expect(verdict.detail).not.toContain('Title');
});

describe('looking', () => {
  it.each([
    { what: 'nothing there', answer: error(100, { subcode: 33 }), kind: null },
    { what: 'a file that cannot be had', answer: error(131052), kind: null },
    { what: 'a dead token', answer: error(190), kind: 'needs_login' },
    { what: 'too many calls', answer: error(80008), kind: 'limited' },
    { what: 'a fault of Meta’s', answer: error(131000), kind: 'unavailable' },
    { what: 'no answer', answer: lost(true), kind: 'unavailable' },
    { what: 'a missing permission', answer: error(200), kind: 'misconfigured' },
    { what: 'a wrong account', answer: error(100), kind: 'misconfigured' },
  ])('finds $what', ({ answer, kind }) => {
    if (kind === null) return expect(nothingOr(answer)).toBeNull();
    let thrown: unknown;
    try {
      nothingOr(answer);
    } catch (trouble) {
      thrown = trouble;
    }
    expect(thrown).toBeInstanceOf(Trouble);
    expect(thrown).toMatchObject({ kind });
  });
});
