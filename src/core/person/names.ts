import { foldName } from '../text/fold-name.ts';

const wordsOf = (name: string): readonly string[] =>
  foldName(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 0);

/** A first and a last name, not a handle. */
export const isFullName = (name: string): boolean =>
  name
    .trim()
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word)).length >= 2;

/**
 * Two full names that hardly belong to one person. "Ida K." and "Karlsson Ida" fit "Ida Karlsson"; whoever shares a
 * family name alone may be the sister.
 */
export function namesClash(a: string, b: string): boolean {
  if (!isFullName(a) || !isFullName(b)) return false;
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const [longer, shorter] = x.length >= y.length ? [x, y] : [y, x];
  const isWithin = shorter.every((word) => longer.some((one) => isSameWord(one, word)));
  return !isWithin && !isSameWord(x[0] ?? '', y[0] ?? '');
}
const isSameWord = (a: string, b: string) =>
  a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));

export interface NameSeen {
  readonly name: string;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

/** Two people write from one address, in turn. A name that replaced another one for good is a wedding. */
export function isSharedMailbox(names: readonly NameSeen[]): boolean {
  return names.some((a, at) =>
    names.slice(at + 1).some((b) => namesClash(a.name, b.name) && a.firstAt <= b.lastAt && b.firstAt <= a.lastAt),
  );
}
