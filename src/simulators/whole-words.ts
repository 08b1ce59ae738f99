/**
 * Whether a text says these words one after the other, each as a whole word. Capitals and what stands between words do
 * not matter; scripts without spaces have their words inside of others.
 */
export function saysWords(text: string, words: string): boolean {
  const wanted = wordsOf(words);
  if (wanted === '') return false;
  const isWithoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(words);
  return isWithoutSpaces ? wordsOf(text).includes(wanted) : ` ${wordsOf(text)} `.includes(` ${wanted} `);
}

/** A dot or a line between letters holds them together, as in the name of a server. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:[._][\p{L}\p{M}\p{N}]+)*|\p{Extended_Pictographic}/gu;
const wordsOf = (text: string): string => (text.toLowerCase().match(WORD) ?? []).join(' ');
