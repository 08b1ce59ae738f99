import { expect, it } from 'vitest';
import { readWhen } from './when.ts';

const NOW = new Date(2026, 10, 22, 12, 0);

it.each([
  ['45m', new Date(2026, 10, 22, 12, 45)],
  ['3 h', new Date(2026, 10, 22, 15, 0)],
  ['2d', new Date(2026, 10, 24, 12, 0)],
  ['14:30', new Date(2026, 10, 22, 14, 30)],
  ['9:15', new Date(2026, 10, 23, 9, 15)],
  ['2026-12-01', new Date(2026, 11, 1, 9, 0)],
  ['2026-12-01 14:30', new Date(2026, 11, 1, 14, 30)],
  ['2026-02-31', null],
  ['2025-12-01', null],
  ['25:00', null],
  ['soon', null],
  ['0m', null],
])('%s', (text, at) => expect(readWhen(text, NOW)).toEqual(at));
