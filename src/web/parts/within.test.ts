import { expect, it } from 'vitest';
import { within } from './within.ts';

it.each([
  ['Ana Kovač', 'kovac', true],
  ['Ana Kovač', 'KOV an', true],
  ['Γιώργος', 'γιωργος', true],
  ['Ana Kovač', 'ana mir', false],
  ['anything', '', true],
])('%s has %s: %s', (text, typed, found) => {
  expect(within(text, typed)).toBe(found);
});
