import { expect, it } from 'vitest';
import { createNearDuplicates } from './near-duplicate.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const TEXT = 'The app logs me out every time I open the basket and then I have to start again';

it.each([
  ['the same', TEXT],
  ['other capitals and marks', `${TEXT.toUpperCase()}!!!`],
  ['an opening', `Hi team, ${TEXT}`],
  ['another link', `${TEXT} https://example.com/a8f`],
  ['a word less', TEXT.replace('then ', '')],
])('finds a copy with %s', (_, text) => {
  const window = createNearDuplicates();
  expect(window.add('first', TEXT, NOW)).toBeNull();
  expect(window.add('second', text, later(1))?.id).toBe('first');
});

it.each([
  ['another matter', 'My parcel was left in the rain by the courier and everything in it is ruined'],
  ['a few words', 'thank you'],
  ['nothing', ''],
])('finds no copy in %s', (_, text) => {
  const window = createNearDuplicates();
  window.add('first', TEXT, NOW);
  expect(window.add('second', text, NOW)).toBeNull();
});

it('finds copies in a language without spaces', () => {
  const window = createNearDuplicates();
  window.add('first', '장바구니를 열 때마다 앱이 로그아웃돼서 처음부터 다시 해야 합니다', NOW);
  expect(window.add('second', '장바구니를 열 때마다 앱이 로그아웃돼서 처음부터 다시 해야 해요', NOW)?.id).toBe('first');
});

it('forgets what is older than the window', () => {
  const window = createNearDuplicates({ days: 14 });
  window.add('first', TEXT, NOW);
  expect(window.add('second', TEXT, later(15))).toBeNull();
});

it('forgets the oldest when it is full, and finds the rest', () => {
  const window = createNearDuplicates({ most: 1500 });
  for (let nth = 0; nth < 4000; nth++)
    window.add(`m${nth}`, `parcel ${words(nth)} came to ${words(nth * 7 + 3)} broken`, NOW);
  expect(window.size).toBe(1500);
  expect(window.add('old', `parcel ${words(10)} came to ${words(73)} broken`, NOW)).toBeNull();
  expect(window.add('new', `parcel ${words(3999)} came to ${words(3999 * 7 + 3)} broken`, NOW)?.id).toBe('m3999');
});

it('stays quick in a flood of the same text', () => {
  const window = createNearDuplicates();
  for (let nth = 0; nth < 3000; nth++) window.add(`m${nth}`, TEXT, NOW);
  expect(window.add('last', TEXT, NOW)?.similarity).toBe(1);
});

/** Four words that no other number has. */
const words = (nth: number) =>
  [0, 1, 2, 3]
    .map(
      (at) =>
        `w${String.fromCharCode(97 + at)}${(nth * 31 + at * 17).toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '')}`,
    )
    .join(' ');
