/** "IN" of Ida Norberg, "김서" of 김서연. */
export function initials(name: string): string {
  const words = name
    .split(/[\s._@-]+/u)
    .map((word) => [...word].filter((character) => /[\p{L}\p{N}]/u.test(character)))
    .filter((word) => word.length > 0);
  const [first, ...others] = words;
  if (!first) return '?';
  const last = others.at(-1);
  const isSyllabic = /\p{Script=Hangul}|\p{Script=Han}/u.test(first[0] ?? '');
  const letters = last && !isSyllabic ? [first[0], last[0]] : isSyllabic ? first.slice(0, 2) : first.slice(0, 1);
  return letters.join('').toLocaleUpperCase();
}
