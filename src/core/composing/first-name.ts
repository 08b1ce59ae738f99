/** Where the family's name comes first and people are called by the last word of theirs. */
const LAST_IS_GIVEN = new Set(['hu', 'vi']);
/** Where a name is one word in writing, and calling somebody by half of it would be odd. */
const WHOLE = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** What a person is called by, or null where their name is none: a handle, an address, a number. */
export function firstName(name: string, language: string | null): string | null {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const only = words[0];
  if (!only || /[@_\d/]/.test(name)) return null;
  if (WHOLE.test(name)) return name.trim();
  const word = LAST_IS_GIVEN.has(language?.slice(0, 2).toLowerCase() ?? '') ? (words.at(-1) ?? only) : only;
  return /^[\p{L}\p{M}][\p{L}\p{M}'’.-]*$/u.test(word) && /\p{L}{2}/u.test(word) ? word : null;
}
