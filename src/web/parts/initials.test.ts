import { expect, it } from 'vitest';
import { initials } from './initials.ts';

it.each([
  ['Ida Norberg', 'IN'],
  ['김서연', '김서'],
  ['Γιώργος Παπαδόπουλος', 'ΓΠ'],
  ['Trail & Rain', 'TR'],
  ['balazs', 'B'],
  ['', '?'],
])('of %s are %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});
