import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSought } from './find-sought.ts';
import { foldForSearch } from './fold.ts';
import { says } from './says.ts';

const shown = (text: string, query: string): string => {
  let [at, out] = [0, ''];
  for (const [from, to] of findSought(text, query)) {
    out += `${text.slice(at, from)}[${text.slice(from, to)}]`;
    at = to;
  }
  return out + text.slice(at);
};

describe('findSought', () => {
  it.each([
    { what: 'nothing', text: 'It leaks', query: 'kettle', marked: 'It leaks' },
    { what: 'the beginning of a word', text: 'It leaks. LEAKY!', query: 'leak', marked: 'It [leak]s. [LEAK]Y!' },
    { what: 'not the middle of one', text: 'bleak', query: 'leak', marked: 'bleak' },
    { what: 'several words, in any order', text: 'the lid leaks', query: 'leak lid', marked: 'the [lid] [leak]s' },
    { what: 'one within the other once', text: 'leaking', query: 'leak leaking', marked: '[leaking]' },
    { what: 'accents', text: 'Ο λογαριασμός ήρθε', query: 'λογαριασμοσ ηρ', marked: 'Ο [λογαριασμός] [ήρ]θε' },
    { what: 'marks that stand apart', text: 'cafe\u0301s', query: 'café', marked: '[cafe\u0301]s' },
    { what: 'one letter that is two', text: 'Die Straße', query: 'stras', marked: 'Die [Straß]e' },
    { what: 'ligatures and full width', text: 'ﬁnal ＡＢＣ', query: 'fi ab', marked: '[ﬁ]nal [ＡＢ]Ｃ' },
    { what: 'any part of a run', text: '배송이 늦어요', query: '송이', marked: '배[송이] 늦어요' },
    { what: 'three of a run', text: '東京タワーへ', query: '京タワ', marked: '東[京タワ]ーへ' },
    { what: 'one alone', text: '東京タワー', query: '京', marked: '東[京]タワー' },
    { what: 'Hangul in parts', text: '배송이'.normalize('NFD'), query: '배', marked: '[배]송이'.normalize('NFD') },
    { what: 'letters of two units', text: '😡 𝒳yz', query: 'xy', marked: '😡 [𝒳y]z' },
    { what: 'a sign as it stands', text: 'no 😡 no 😡', query: ' 😡 ', marked: 'no [😡] no [😡]' },
    { what: 'no words', text: 'abc', query: '  ', marked: 'abc' },
  ])('finds $what', ({ text, query, marked }) => expect(shown(text, query)).toBe(marked));

  const WRITINGS = [
    'Straße ﬁnal',
    'Мой Ёж',
    'नमस्ते',
    'مَرْحَبًا',
    'iPhoneケース',
    'ｶﾞｽ',
    '½ Ⅳ ŉ İs',
    'ΣΊΣΥΦΟΣ',
    "don't #AB-1",
    'สวัสดีครับ',
    '각',
  ];
  const writing = fc.oneof(fc.constantFrom(...WRITINGS, ' ', '\u0301'), fc.string({ unit: 'grapheme', maxLength: 6 }));

  it('finds a place for every beginning of a word of which a search says that it is there', () => {
    fc.assert(
      fc.property(fc.array(writing, { maxLength: 6 }), fc.nat(), fc.nat(), (pieces, nth, length) => {
        const text = pieces.join('');
        const words = foldForSearch(text).split(' ');
        const word = words[nth % words.length] ?? '';
        const query = word.slice(0, 1 + (length % Math.max(1, word.length)));
        fc.pre(query.isWellFormed() && says(foldForSearch(text), query));
        const places = findSought(text, query);
        expect(places.length).toBeGreaterThan(0);
        for (const [from, to] of places) expect([from < to, to <= text.length]).toEqual([true, true]);
      }),
    );
  });
});
