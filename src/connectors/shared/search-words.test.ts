import { describe, expect, it } from 'vitest';
import { inQuotes, meantFirst, plainWords, tagIn, termIn } from './search-words.ts';

it.each([
  ['kettle co', 'kettle co'],
  [' kettle\t\n co ', 'kettle co'],
  ['kettle" OR "co', 'kettle OR co'],
  ['a\\"b', 'a b'],
  ['a\u0000b\ud800', 'a b\ufffd'],
  ['"', null],
  ['', null],
  ['-- ...', null],
  ['🫖', '🫖'],
  ['é'.repeat(151), null],
  [`${'é'.repeat(100)} ${'b'.repeat(99)} c`, `${'é'.repeat(100)} ${'b'.repeat(99)}`],
])('%j is asked for as %j', (word, plain) => expect(plainWords(word)).toBe(plain));

it.each([
  ['#kettleco', 'kettleco'],
  ['#кот', 'кот'],
  ['#水壺', '水壺'],
  ['#a_1', 'a_1'],
  ['#1a', '1a'],
  ['#2026', null],
  ['#', null],
  ['#a-b', null],
  ['#a b', null],
  ['##a', null],
  ['a', null],
])('%j has the tag %j', (word, tag) => expect(tagIn(word)).toBe(tag));

it.each([
  ['@kettleco', { text: 'kettleco', isTag: false }],
  ['#kettleco ', { text: 'kettleco', isTag: true }],
  ['#a-b', { text: 'a-b', isTag: false }],
  [`#${'x'.repeat(400)}`, null],
])('%j is the term %j', (word, term) => expect(termIn(word)).toEqual(term));

it.each([
  ['kettle', 'kettle'],
  ['kettle co', '"kettle co"'],
  ["kettle's", '"kettle\'s"'],
  ['not', '"not"'],
  ['a*', '"a*"'],
])('%j is written as %j', (words, written) => expect(inQuotes(words)).toBe(written));

describe('what is meant', () => {
  it('stands before slips, in the order given', () => {
    expect(meantFirst(['#kettleco', 'ketleco', 'kettle co', 'teapto', 'kettleco'])).toEqual([
      '#kettleco',
      'kettle co',
      'kettleco',
      'ketleco',
      'teapto',
    ]);
  });

  it('cannot be told where there are neither hashtags nor names', () => {
    expect(meantFirst(['ketle', 'kettle'])).toEqual(['ketle', 'kettle']);
  });
});
