/** Longer than any post's sensible wording, and short enough for an address that holds nothing else. */
const BYTES_MOST = 300;

/** What ends a quotation, or means something inside one: a word of a rule must never become an instruction. */
const UNSAFE = /["\\\p{Cc}]+/gu;

/**
 * One word or phrase of a search as every network can be asked for it; null when nothing of it can be. What is too
 * long is cut between words: fewer words find more, and the rule decides again.
 */
export function plainWords(words: string): string | null {
  const parts = words.toWellFormed().replace(UNSAFE, ' ').split(/\s+/u).filter(Boolean);
  while (parts.length > 0 && Buffer.byteLength(parts.join(' ')) > BYTES_MOST) parts.pop();
  return parts.some((part) => /[\p{L}\p{N}\p{S}]/u.test(part)) ? parts.join(' ') : null;
}

/** The tag of `#kettleco`; null for what is no hashtag: figures alone are none anywhere. */
export const tagIn = (word: string): string | null =>
  /^#(?=[\p{N}_]*[\p{L}\p{M}])[\p{L}\p{M}\p{N}_]+$/u.test(word) ? word.slice(1) : null;

/** A phrase stands in quotes; so does whatever a network could take for an operator. */
export const inQuotes = (words: string): string =>
  /^[\p{L}\p{M}\p{N}]+$/u.test(words) && !/^(and|or|not)$/i.test(words) ? words : `"${words}"`;

export interface SearchTerm {
  readonly text: string;
  readonly isTag: boolean;
}
/** An @ is no part of the word: a name that is written without its server, or that nobody bears, is found by its letters. */
export function termIn(word: string): SearchTerm | null {
  const tag = tagIn(word.trim());
  const text = plainWords(tag ?? word.replace(/^\s*[@#＠＃]+/u, ''));
  return text === null ? null : { text, isTag: text === tag };
}

const lettersOf = (word: string): string => word.toLowerCase().replace(/[\s\p{P}]+/gu, '');

/** Rules make hashtags and names of words as they are meant, and none of slips of the finger: what is meant comes first. */
export function meantFirst(anyOf: readonly string[]): readonly string[] {
  const meant = new Set(anyOf.filter((word) => /^[#@]/.test(word)).map(lettersOf));
  const isMeant = (word: string) => meant.has(lettersOf(word));
  return [...anyOf.filter(isMeant), ...anyOf.filter((word) => !isMeant(word))];
}
