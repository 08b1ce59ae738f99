import { expect, it } from 'vitest';
import { recordKey } from './tid.ts';

const at = new Date('2026-11-20T09:30:00.000Z');

it('is always the same for the same act', () => {
  expect(recordKey('0192f', at)).toBe(recordKey('0192f', at));
});

it('is another for another act of the same moment', () => {
  const keys = new Set(Array.from({ length: 5_000 }, (_, act) => recordKey(`act ${act}`, at)));
  expect(keys.size).toBe(5_000);
});

it('is a valid key that sorts by time', () => {
  const keys = [0, 1, 1_000, 86_400_000].map((later) => recordKey('an act', new Date(at.getTime() + later)));
  for (const key of keys) expect(key).toMatch(/^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/);
  expect(keys.toSorted()).toEqual(keys);
});
