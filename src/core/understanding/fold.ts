/** What a UTF-16 unit is to the reader of a message. */
export const OTHER = 0;
export const LETTER = 1;
/** Hangul, Han, kana: a letter that says as much as a syllable. */
export const SYLLABLE = 2;
export const DIGIT = 3;
export const EXCLAMATION = 4;
export const QUESTION = 5;
/** Stands inside of words and is dropped there: don't, c'est. */
export const APOSTROPHE = 6;
/** Pictures and signs that mean something by themselves. */
export const SIGN = 7;
/** Changes what stands before it and says nothing itself: combining marks, joiners, skin tones' lead. */
export const SILENT = 8;

const LETTERS = /^\p{L}$/u;
const SYLLABLES = /^[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;
const SIGNS = /^[\p{Extended_Pictographic}\p{So}]$/u;
const MARKS = /^(?:\p{M}|[\u200b-\u200f\u2060])$/u;
/** Letters that no decomposition leads back to the plain one that people type instead. */
const PLAIN: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ø: 'o',
  ı: 'i',
  ħ: 'h',
  ς: 'σ',
  æ: 'e',
  œ: 'e',
};
/** Beyond this and below Hangul nothing has capitals or accents that matter here. */
const CASED = 0x2000;

function kindOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  if (code === 0x21 || code === 0xa1) return EXCLAMATION;
  // The Greek question mark is a semicolon of its own; the plain one is told from the language later.
  if (code === 0x3f || code === 0xbf || code === 0x37e) return QUESTION;
  if (code === 0x27 || code === 0x2019 || code === 0x60 || code === 0xb4) return APOSTROPHE;
  if (code >= 0xac00 && code <= 0xd7a3) return SYLLABLE;
  if (code >= 0x4e00 && code <= 0x9fff) return SYLLABLE;
  if (code >= 0xd800 && code <= 0xdfff) return SIGN;
  const text = String.fromCharCode(code);
  if (SYLLABLES.test(text)) return SYLLABLE;
  if (LETTERS.test(text)) return LETTER;
  if (MARKS.test(text)) return SILENT;
  return SIGNS.test(text) ? SIGN : OTHER;
}

function plainOf(code: number): number {
  if (code < 0x80 || code >= CASED) return String.fromCharCode(code).toLowerCase().charCodeAt(0);
  const lower = String.fromCharCode(code).toLowerCase();
  const base = lower.normalize('NFD').charAt(0);
  return (PLAIN[base] ?? base).charCodeAt(0);
}

/** What each UTF-16 unit is, looked up once and for all. */
export const KIND_OF = new Uint8Array(0x10000);
/** Each unit in lower case and without its accents, as people type it on a phone. */
export const PLAIN_OF = new Uint16Array(0x10000);
/** 1: a capital letter. */
export const IS_CAPITAL = new Uint8Array(0x10000);
for (let code = 0; code < 0x10000; code++) {
  const isFar = code >= 0x3400 && code < 0xf900;
  KIND_OF[code] = kindOf(code);
  PLAIN_OF[code] = isFar ? code : plainOf(code);
  const letter = code < CASED ? String.fromCharCode(code) : '';
  IS_CAPITAL[code] = letter !== letter.toLowerCase() ? 1 : 0;
}
