/** So that no text is too long for the index: PostgreSQL takes a megabyte of words per message. In UTF-16 units. */
const MAX_FOLDED = 100_000;
/** Longer "words" are encoded data; their beginning is enough to find them. In UTF-16 units. */
const MAX_WORD = 64;

/** Letters whose plain form is not found by taking their marks away. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};
// Cyrillic й and ё are letters of their own, and in Indic and Thai writing the marks are the vowels: they stay.
const MARKED = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}])\p{Mn}+/gu;
/** Writing without spaces between words, or (Hangul) with endings grown onto them. */
const SPACELESS =
  '(?=[\\p{L}\\p{M}])[\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Hangul}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}]';
/** Words, of a text that is plain already. */
export const RUNS = new RegExp(`(?<spaceless>(?:${SPACELESS})+)|(?:(?!${SPACELESS})[\\p{L}\\p{M}\\p{N}])+`, 'gu');

/** One word to look for (its beginning is enough), or a run of characters that stand beside each other. */
export type Sought =
  | { readonly kind: 'word'; readonly beginning: string }
  | { readonly kind: 'run'; readonly pairs: readonly string[] };

/**
 * The words of a text as they are indexed and looked for: plain small letters, one space between words, nothing else.
 * Runs of CJK and the like become overlapping pairs of characters (and the last one alone), so that any part is found.
 */
export function foldForSearch(text: string): string {
  const words: string[] = [];
  let length = 0;
  for (const piece of piecesOf(text)) {
    for (const word of piece.isSpaceless ? [...pairsOf(piece.text), lastOf(piece.text)] : [piece.text]) {
      length += word.length + 1;
      if (length > MAX_FOLDED) return words.join(' ');
      words.push(word);
    }
  }
  return words.join(' ');
}

/** What somebody looks for, folded as the messages are. Empty when there is no letter or digit in it. */
export function soughtIn(query: string): readonly Sought[] {
  return [...piecesOf(query)].map(({ text, isSpaceless }) => {
    const pairs = isSpaceless ? pairsOf(text) : [];
    return pairs.length > 0 ? { kind: 'run', pairs } : { kind: 'word', beginning: text };
  });
}

/** Without case, accents and width. */
export const plainOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(MARKED, '$1')
    .normalize('NFC')
    .replace(/[ßæœøđðłħþıς]/g, (letter) => PLAIN[letter] ?? letter);

function* piecesOf(text: string): Generator<{ readonly text: string; readonly isSpaceless: boolean }> {
  // Twice as much as can be kept is enough: folding shortens nothing by more than marks and spaces.
  const plain = plainOf(text.slice(0, MAX_FOLDED * 2));
  for (const { 0: run, groups } of plain.matchAll(RUNS)) {
    const isSpaceless = groups?.spaceless !== undefined;
    yield { text: isSpaceless ? run : run.slice(0, MAX_WORD).toWellFormed(), isSpaceless };
  }
}

function pairsOf(run: string): readonly string[] {
  const characters = [...run];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

function lastOf(run: string): string {
  return [...run].at(-1) ?? '';
}
