import { foldName } from '../../core/text/fold-name.ts';

/**
 * How well something fits what was typed; 0: not at all. The beginning of the name counts most, then the beginnings of
 * its words, then a part of it, then its letters in their order. Case and accents do not matter.
 * @param also other words that it is looked for by
 */
export function rank(typed: string, name: string, also = ''): number {
  const sought = foldName(typed.trim());
  if (sought === '') return 1;
  const text = foldName(name);
  if (text === sought) return 100;
  if (text.startsWith(sought)) return 90;
  const words = sought.split(/\s+/);
  const beginnings = text.split(/[^\p{L}\p{N}]+/u);
  if (words.every((word) => beginnings.some((one) => one.startsWith(word)))) return 80;
  if (words.every((word) => text.includes(word))) return 60;
  const all = `${text} ${foldName(also)}`;
  if (also !== '' && words.every((word) => all.includes(word))) return 50;
  return isSubsequence(sought.replaceAll(/\s/g, ''), text) ? 20 : 0;
}

/** The best first; those that fit equally well keep their order. */
export function ranked<One extends { readonly name: string; readonly also?: string }>(
  typed: string,
  all: readonly One[],
): One[] {
  return all
    .map((one) => ({ one, fit: rank(typed, one.name, one.also) }))
    .filter(({ fit }) => fit > 0)
    .toSorted((a, b) => b.fit - a.fit)
    .map(({ one }) => one);
}

function isSubsequence(letters: string, text: string): boolean {
  if (letters.length < 2) return false;
  let from = 0;
  for (const letter of letters) {
    const at = text.indexOf(letter, from);
    // Letters that lie far apart are chance, not meaning.
    if (at === -1 || (from > 0 && at - from > 8)) return false;
    from = at + 1;
  }
  return true;
}
