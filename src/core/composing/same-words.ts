/** A text as two of them are compared: what only looks different is the same. Storage does the same in SQL. */
export function sameWordsKey(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}
