import { describe, expect, it } from 'vitest';
import { foldForSearch, soughtIn } from './fold.ts';

describe('foldForSearch', () => {
  it.each([
    { what: 'case and punctuation', text: 'Hello, WORLD! anna@shop.gr', folded: 'hello world anna shop gr' },
    {
      what: 'Greek tonos and final sigma',
      text: 'Πότε θα έρθει ο λογαριασμός;',
      folded: 'ποτε θα ερθει ο λογαριασμοσ',
    },
    { what: 'Greek dialytika with tonos', text: 'προΐσταται', folded: 'προισταται' },
    { what: 'Croatian', text: 'Šaljete li u Đakovo? Čekam već tjedan', folded: 'saljete li u dakovo cekam vec tjedan' },
    { what: 'Hungarian', text: 'Őszintén szólva űr', folded: 'oszinten szolva ur' },
    { what: 'German', text: 'Straße Größe', folded: 'strasse grosse' },
    { what: 'Cyrillic, where a mark makes another letter', text: 'Мой Ёж', folded: 'мой ёж' },
    { what: 'full width', text: 'ＡＢＣ１２３', folded: 'abc123' },
    { what: 'ligatures', text: 'ﬁnal', folded: 'final' },
    { what: 'Hangul in pairs', text: '배송이 늦어요', folded: '배송 송이 이 늦어 어요 요' },
    { what: 'decomposed Hangul', text: '배송'.normalize('NFD'), folded: '배송 송' },
    { what: 'one character alone', text: '네', folded: '네' },
    { what: 'Latin beside Japanese', text: 'iPhoneケース', folded: 'iphone ケー ース ス' },
    { what: 'Hindi vowels stay', text: 'नमस्ते', folded: 'नमस्ते' },
    { what: 'Arabic without vowel marks', text: 'مَرْحَبًا', folded: 'مرحبا' },
    { what: 'order numbers', text: '#AB-10492', folded: 'ab 10492' },
    { what: 'emoji only', text: '😡😡', folded: '' },
    { what: 'query syntax is no syntax', text: "a' & b:* | !c <-> d\\", folded: 'a b c d' },
  ])('$what', ({ text, folded }) => {
    expect(foldForSearch(text)).toBe(folded);
  });

  it('stays below what the index can hold', () => {
    expect(foldForSearch('말'.repeat(500_000)).length).toBeLessThanOrEqual(100_000);
    expect(foldForSearch('x'.repeat(500_000))).toBe('x'.repeat(64));
  });

  it('never leaves half a character', () => {
    expect(foldForSearch('𝒳'.repeat(200_001)).isWellFormed()).toBe(true);
    expect(foldForSearch(`a${'𐐨'.repeat(100)}`).isWellFormed()).toBe(true);
  });
});

describe('soughtIn', () => {
  it.each([
    { query: 'Λογαρ', sought: [{ kind: 'word', beginning: 'λογαρ' }] },
    { query: '송이', sought: [{ kind: 'run', pairs: ['송이'] }] },
    { query: '배', sought: [{ kind: 'word', beginning: '배' }] },
    { query: '?!', sought: [] },
  ])('$query', ({ query, sought }) => {
    expect(soughtIn(query)).toEqual(sought);
  });
});
