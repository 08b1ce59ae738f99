import { beforeEach, describe, expect, it } from 'vitest';
import { rememberPlace, stepFrom } from './place.ts';

describe('stepping through a list', () => {
  beforeEach(() => rememberPlace(2));
  it.each([
    { what: 'down', at: 2, by: 1 as const, length: 5, to: 3 },
    { what: 'up', at: 2, by: -1 as const, length: 5, to: 1 },
    { what: 'down at the end', at: 4, by: 1 as const, length: 5, to: null },
    { what: 'up at the top', at: 0, by: -1 as const, length: 5, to: null },
    { what: 'down after it left: who took its place', at: -1, by: 1 as const, length: 4, to: 2 },
    { what: 'up after it left', at: -1, by: -1 as const, length: 4, to: 1 },
    { what: 'down after the last one left', at: -1, by: 1 as const, length: 2, to: 1 },
    { what: 'in an empty list', at: -1, by: 1 as const, length: 0, to: null },
  ])('$what', ({ at, by, length, to }) => {
    expect(stepFrom(at, by, length)).toBe(to);
  });
});
