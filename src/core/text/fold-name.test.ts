import { expect, it } from 'vitest';
import { foldName } from './fold-name.ts';

it.each([
  ['Ánna Svensson', 'anna svensson'],
  ['ΓΙΏΡΓΟΣ Παπαδόπουλος', 'γιωργοσ παπαδοπουλοσ'],
  ['Юлия Ёлкина', 'юлия елкина'],
  ['김민수', '김민수'],
  ['Đorđe Łukasz Große', 'dorde lukasz grosse'],
])('%s is looked for as %s', (name, folded) => {
  expect(foldName(name)).toBe(folded);
});
