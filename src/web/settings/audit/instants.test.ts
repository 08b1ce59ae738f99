import { expect, it } from 'vitest';
import { instants } from './instants.ts';

it('takes the last day as a whole one', () => {
  const { from, to } = instants({ from: '2026-03-01', to: '2026-03-01' });
  expect(Date.parse(to ?? '') - Date.parse(from ?? '')).toBe(24 * 3_600_000);
});

it.each(['', 'yesterday', '2026-13', "2026-01-01' or 1"])('takes "%s" for no filter', (day) => {
  expect(instants({ from: day, to: day })).toEqual({ from: undefined, to: undefined });
});
