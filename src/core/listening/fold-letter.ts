/** What a sign is to the reader of a post. */
export const BREAK = 0;
/** Of a word with spaces around it: Latin, Greek, Cyrillic, digits and the like. */
export const LETTER = 1;
/** Hangul: spaces between words, but particles grow onto them. */
export const HANGUL = 2;
/** Han, kana, Thai and the like: no spaces between words. */
export const SPACELESS = 3;
/** Says nothing by itself: accents that stand apart, joiners, soft hyphens. */
export const SILENT = 4;

export interface Folded {
  /** Without case, accents and width; one sign may become two letters. */
  readonly text: string;
  readonly kind: number;
  readonly isCapital: boolean;
}

const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
};
const HANGUL_SIGN = /^\p{Script=Hangul}/u;
const SPACELESS_SIGN =
  /^(?=[\p{L}\p{M}])[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;
const WORD_SIGN = /^[\p{L}\p{N}\p{M}]/u;
/** Where marks are accents. Elsewhere they are the vowels, and stay. */
const ACCENTED = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}])\p{Mn}+/gu;
const SAYS_NOTHING =
  /^(?:\u00ad|[\u0300-\u036f]|[\u0591-\u05c7]|[\u064b-\u065f]|\u0670|[\u200b-\u200f]|\u2060|[\ufe00-\ufe0f]|\ufeff)$/u;
const MOST_KNOWN = 20_000;
const known = new Map<string, Folded>();

/** @param sign one letter as it stands in a text, in as many units as it takes. */
export function foldLetter(sign: string): Folded {
  const made = known.get(sign);
  if (made) return made;
  if (known.size > MOST_KNOWN) known.clear();
  const folded = fold(sign);
  known.set(sign, folded);
  return folded;
}

function fold(sign: string): Folded {
  if (SAYS_NOTHING.test(sign)) return { text: '', kind: SILENT, isCapital: false };
  const composed = sign.normalize('NFKC');
  const lower = composed.toLowerCase();
  const text = lower
    .normalize('NFD')
    .replace(ACCENTED, '$1')
    .normalize('NFC')
    .replace(/[ßæœøđðþłħıς]/g, (letter) => PLAIN[letter] ?? letter);
  return { text, kind: kindOf(text), isCapital: composed !== lower };
}

function kindOf(text: string): number {
  if (HANGUL_SIGN.test(text)) return HANGUL;
  if (SPACELESS_SIGN.test(text)) return SPACELESS;
  return WORD_SIGN.test(text) ? LETTER : BREAK;
}

/** How many units the sign takes that begins here: pairs, syllables in parts, kana with a mark of its own. */
export function signLength(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x1100) return 1;
  if (code >= 0xd800 && code < 0xdc00) return isBetween(text, at + 1, 0xdc00, 0xdfff) ? 2 : 1;
  if (code < 0x1160) {
    if (!isBetween(text, at + 1, 0x1160, 0x11a7)) return 1;
    return isBetween(text, at + 2, 0x11a8, 0x11ff) ? 3 : 2;
  }
  const isKana = (code > 0x3040 && code < 0x3100) || (code > 0xff65 && code < 0xff9e);
  return isKana && (isBetween(text, at + 1, 0x3099, 0x309a) || isBetween(text, at + 1, 0xff9e, 0xff9f)) ? 2 : 1;
}

function isBetween(text: string, at: number, from: number, to: number): boolean {
  const code = text.charCodeAt(at);
  return code >= from && code <= to;
}

/** A word as it is compared: letters and digits only. */
export function foldWord(word: string): string {
  let out = '';
  for (let at = 0; at < word.length; ) {
    const long = signLength(word, at);
    const { text, kind } = foldLetter(word.slice(at, at + long));
    if (kind !== BREAK) out += text;
    at += long;
  }
  return out;
}
