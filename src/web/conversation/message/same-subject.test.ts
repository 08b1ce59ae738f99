import { expect, it } from 'vitest';
import { isSameSubject } from './same-subject.ts';

it.each([
  ['Grazie', 'Grazie', true],
  ['Re: Grazie', 'Grazie', true],
  ['RE: Fwd: Grazie', 'grazie ', true],
  ['AW: WG: Größenfrage', 'Größenfrage', true],
  ['Απ: Πού είναι', 'Πού είναι', true],
  ['Re[2]: Order', 'Order', true],
  ['Order: 7', '7', false],
  ['Another matter', 'Grazie', false],
  ['Grazie', null, false],
])('“%s” after “%s”: told already is %s', (subject, known, isSame) => {
  expect(isSameSubject(subject, known)).toBe(isSame);
});
