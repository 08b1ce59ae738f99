/** Longer ones are not searched: with them there is no room for anything else. */
const TERM_MOST = 100;
const SEARCHABLE = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;
/** In the syntax of X these are no words. */
const OPERATOR = /^(?:and|or|not)$/i;
/** What ends a phrase, groups, or cannot be typed; the network reads through it as through a space. */
const DELIMITER = /["“”„‟«»＂\\()\p{C}\p{Z}]+/gu;

/**
 * One word, phrase, tag or name as X reads it: whatever stands in it, nothing of it becomes an operator. Null: X cannot
 * be asked for it.
 */
export function termOf(word: string): string | null {
  const said = word.replaceAll(DELIMITER, ' ').trim();
  if (said.length > TERM_MOST || !SEARCHABLE.test(said)) return null;
  if (/^@\w{1,15}$/.test(said) || /^#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*$/u.test(said)) return said;
  // a handle of another network stands in a post without being one here
  const plain = said.replace(/^[#@]+\s*/, '');
  const isBare = /^[\p{L}\p{N}]+$/u.test(plain) && !OPERATOR.test(plain);
  return isBare ? plain : `"${plain}"`;
}

/** Each once: X does not tell capitals from small letters. */
export function termsOf(words: readonly string[]): string[] {
  const terms = words.flatMap((word) => termOf(word) ?? []);
  return [...new Map(terms.map((term) => [term.toLowerCase(), term])).values()];
}

/** X knows no endings; a search for the stem alone would miss most of what is meant. */
export const hasEndings = (word: string): boolean => word.trimEnd().endsWith('*');
export const stemOf = (word: string): string => word.trimEnd().replace(/\*+$/, '');
