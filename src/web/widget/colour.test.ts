import { expect, it } from 'vitest';
import { luminance, wordsOn } from './colour.ts';

it.each([
  ['#0b5cad', '#ffffff'],
  ['#ffd400', '#000000'],
  ['#ffffff', '#000000'],
  ['#000000', '#ffffff'],
])('on %s words are %s', (colour, words) => expect(wordsOn(colour)).toBe(words));

it('are readable on every grey and every pure colour', () => {
  for (let step = 0; step < 256; step += 1) {
    const two = step.toString(16).padStart(2, '0');
    for (const colour of [`#${two}${two}${two}`, `#${two}0000`, `#00${two}00`, `#0000${two}`, `#ff${two}00`]) {
      const [a, b] = [luminance(colour), luminance(wordsOn(colour))].toSorted((one, other) => other - one);
      expect([colour, ((a ?? 0) + 0.05) / ((b ?? 0) + 0.05) >= 4.5]).toEqual([colour, true]);
    }
  }
});
