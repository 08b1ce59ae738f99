import { expect, it } from 'vitest';
import { widestGap } from './gap.ts';

const gap = (from: number, to: number, why = 'Too many.') => ({
  from: new Date(`2026-11-${from}T00:00:00Z`),
  to: new Date(`2026-11-${to}T00:00:00Z`),
  why,
});

it.each([
  { gaps: [], wanted: undefined },
  { gaps: [gap(10, 12)], wanted: gap(10, 12) },
  { gaps: [gap(11, 12), gap(10, 11), gap(11, 14)], wanted: gap(10, 14) },
  { gaps: [gap(11, 12), gap(10, 11, 'Too old.')], wanted: gap(10, 12, 'Too many. Too old.') },
])('$gaps.length gaps are told as one', ({ gaps, wanted }) => {
  expect(widestGap(gaps)).toEqual(wanted);
});
