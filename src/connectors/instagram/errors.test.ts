import { describe, expect, it } from 'vitest';
import { judge, nothingOr, outcomeOf } from './errors.ts';

const said = (code: number, subcode?: number) => ({ code, subcode, message: 'words of Meta', waitMs: undefined });

describe('an error of Instagram', () => {
  it.each([
    { code: 10, sub: undefined, means: 'not_allowed' },
    { code: 10, sub: 2534022, means: 'window_closed' },
    { code: 10, sub: 2018278, means: 'window_closed' },
    { code: 10, sub: 2534077, means: 'not_allowed' },
    { code: 100, sub: undefined, means: 'other' },
    { code: 100, sub: 33, means: 'gone' },
    { code: 100, sub: 2534014, means: 'person_unavailable' },
    { code: 100, sub: 2534015, means: 'other' },
    { code: 100, sub: 2534025, means: 'not_allowed' },
    { code: 100, sub: 2534037, means: 'owned_by_other_app' },
    { code: 190, sub: undefined, means: 'needs_login' },
    { code: 190, sub: 460, means: 'needs_login' },
    { code: 190, sub: 12345, means: 'needs_login' },
    { code: 200, sub: 2534041, means: 'not_allowed' },
    { code: 200, sub: undefined, means: 'not_allowed' },
    { code: 230, sub: undefined, means: 'gone' },
    { code: 368, sub: undefined, means: 'blocked' },
    { code: 613, sub: 2534040, means: 'limited' },
    { code: 4, sub: undefined, means: 'limited' },
    { code: 80002, sub: undefined, means: 'limited' },
    { code: 1, sub: undefined, means: 'transient' },
    { code: 2, sub: undefined, means: 'transient' },
    { code: 987654, sub: undefined, means: 'other' },
  ])('$code/$sub means $means', ({ code, sub, means }) => {
    const verdict = judge(said(code, sub));
    expect(verdict.means).toBe(means);
    expect(verdict.detail).toContain(String(code));
    expect(verdict.detail).not.toMatch(/the Page/);
  });
});

describe('what became of an act', () => {
  const error = (code: number, sub?: number) => ({ kind: 'error', error: said(code, sub) }) as const;
  const lost = (isSent: boolean) => ({ kind: 'lost', isSent, detail: 'no answer' }) as const;
  it.each([
    { name: 'never left', answer: lost(false), once: 'try_later', again: 'try_later' },
    { name: 'left, and nobody answered', answer: lost(true), once: 'unknown', again: 'try_later' },
    { name: 'a fault of Meta', answer: error(2), once: 'unknown', again: 'try_later' },
    { name: 'a limit', answer: error(613, 2534040), once: 'try_later', again: 'try_later' },
    { name: 'a closed window', answer: error(10, 2534022), once: 'refused', again: 'refused' },
  ])('$name: $once, and $again for what may be done twice', ({ answer, once, again }) => {
    expect(outcomeOf(answer, false).kind).toBe(once);
    expect(outcomeOf(answer, true).kind).toBe(again);
  });

  it.each([
    { answer: error(190, 463), kind: 'needs_login' },
    { answer: error(4), kind: 'limited' },
    { answer: error(2), kind: 'unavailable' },
    { answer: lost(true), kind: 'unavailable' },
  ])('reading tells the health of the inbox: $kind', ({ answer, kind }) => {
    expect(() => nothingOr(answer)).toThrow(expect.objectContaining({ kind }));
  });
  it('takes a profile without consent for nothing', () => expect(nothingOr(error(230))).toBeNull());
});
