import { describe, expect, it } from 'vitest';
import { nextLook, nextTry, USUAL_PACE } from './pace.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const ago = (ms: number) => new Date(NOW.getTime() - ms);
const HOUR = 3_600_000;

describe('when an act that was not sent is tried again', () => {
  it.each([
    { when: 'after the first try', attempts: 1, afterMs: 0, firstTriedAt: NOW, seconds: 5 },
    { when: 'after the third', attempts: 3, afterMs: 0, firstTriedAt: ago(30_000), seconds: 20 },
    { when: 'after very many', attempts: 200, afterMs: 0, firstTriedAt: ago(HOUR), seconds: 900 },
    { when: 'the network asks for more', attempts: 1, afterMs: 90_000, firstTriedAt: NOW, seconds: 90 },
    { when: 'the network asks for less', attempts: 2, afterMs: 1, firstTriedAt: NOW, seconds: 10 },
    { when: 'it has been tried for six hours', attempts: 40, afterMs: 0, firstTriedAt: ago(6 * HOUR), seconds: null },
    { when: 'the wish leads past the six hours', attempts: 1, afterMs: 7 * HOUR, firstTriedAt: NOW, seconds: null },
  ])('$when: $seconds s', ({ attempts, afterMs, firstTriedAt, seconds }) => {
    const at = nextTry({ attempts, firstTriedAt, afterMs }, NOW);
    expect(at && (at.getTime() - NOW.getTime()) / 1000).toBe(seconds);
  });
});

it('looks for an unknown one less and less often, then leaves it to a person', () => {
  const pauses = USUAL_PACE.lookPausesMs.map((_, looks) => (nextLook(looks, NOW)?.getTime() ?? 0) - NOW.getTime());
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
  expect(nextLook(USUAL_PACE.lookPausesMs.length, NOW)).toBeNull();
});
