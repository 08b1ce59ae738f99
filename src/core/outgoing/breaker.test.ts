import { describe, expect, it } from 'vitest';
import type { SendOutcome } from '../channel/outgoing.ts';
import { afterOutcome, type Breaker, CLOSED, roomWith } from './breaker.ts';

const START = Date.parse('2026-11-22T12:00:00Z');
const at = (seconds: number) => new Date(START + seconds * 1_000);
const down: SendOutcome = { kind: 'try_later', afterMs: 0, detail: 'Viber could not be reached.' };
const lost: SendOutcome = { kind: 'unknown', detail: 'Viber did not answer in time.' };
const sent: SendOutcome = { kind: 'accepted' };
const refused: SendOutcome = { kind: 'refused', reason: 'too_long', detail: 'Too long.' };
const play = (steps: readonly (readonly [number, SendOutcome])[]): Breaker =>
  steps.reduce((breaker, [seconds, outcome]) => afterOutcome(breaker, outcome, at(seconds)), CLOSED);

describe('a network that does not answer', () => {
  it('is left alone after three in a row, and tried by one call at a time', () => {
    expect(
      roomWith(
        play([
          [0, down],
          [1, lost],
        ]),
        at(1),
      ),
    ).toBe(Number.POSITIVE_INFINITY);
    const open = play([
      [0, down],
      [1, lost],
      [2, down],
    ]);
    expect(open).toEqual({ failures: 3, openUntil: at(12), why: 'Viber could not be reached.' });
    expect([roomWith(open, at(11)), roomWith(open, at(12))]).toEqual([0, 1]);
  });

  it.each([
    [3, 10],
    [4, 20],
    [5, 40],
    [7, 160],
    [8, 300],
    [50, 300],
  ])('rests after %i failures for %i seconds', (failures, rest) => {
    let breaker = CLOSED;
    let now = at(0);
    for (let count = 0; count < failures; count += 1) {
      now = new Date(Math.max(now.getTime(), breaker.openUntil?.getTime() ?? 0));
      breaker = afterOutcome(breaker, down, now);
    }
    expect((breaker.openUntil?.getTime() ?? 0) - now.getTime()).toBe(rest * 1_000);
  });

  it('rests no longer because calls that were under way fail too', () => {
    const open = play([
      [0, down],
      [0, down],
      [0, down],
      [1, down],
      [2, down],
    ]);
    expect(open.openUntil).toEqual(at(10));
  });

  it.each([
    ['an answer', sent],
    ['a refusal', refused],
  ])('%s ends it', (_, outcome) => {
    expect(
      play([
        [0, down],
        [1, down],
        [2, down],
        [12, outcome],
      ]),
    ).toEqual(CLOSED);
  });
});
