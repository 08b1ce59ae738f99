import { expect, it } from 'vitest';
import { chosenOf } from './chosen-of.ts';

const CHOICES = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'German' },
];

it.each([
  { what: 'nothing', values: [], shown: '' },
  { what: 'what is offered, in its order', values: ['de', 'en'], shown: 'English German' },
  { what: 'what is not offered, and does not lose it', values: ['tlh', 'de'], shown: 'German tlh' },
])('shows $what', ({ values, shown }) =>
  expect(
    chosenOf(CHOICES, values)
      .map(({ label }) => label)
      .join(' '),
  ).toBe(shown),
);
