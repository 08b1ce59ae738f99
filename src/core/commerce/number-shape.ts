/** How a shop writes its order numbers: what stands before and after the digits, and how many of these there are. */
export interface NumberShape {
  readonly prefix: string;
  readonly suffix: string;
  readonly least: number;
  readonly most: number;
}

/** So many shapes at most: a shop that has more writes no pattern that could be told from other words. */
const MOST_SHAPES = 4;
const PARTS = /^(\D{0,12}?)(\d{2,20})(\D{0,6})$/u;

/** Learned from the numbers of real orders; a shape that is seen once among many is somebody's own invention. */
export function learnShapes(numbers: readonly string[]): readonly NumberShape[] {
  const found = new Map<string, { shape: NumberShape; count: number }>();
  for (const number of numbers) {
    const [, prefix, digits, suffix] = PARTS.exec(number.trim()) ?? [];
    if (prefix === undefined || digits === undefined || suffix === undefined) continue;
    const key = `${prefix}\n${suffix}`;
    const known = found.get(key);
    const { least, most } = known?.shape ?? { least: digits.length, most: digits.length };
    found.set(key, {
      shape: { prefix, suffix, least: Math.min(least, digits.length), most: Math.max(most, digits.length) },
      count: (known?.count ?? 0) + 1,
    });
  }
  return [...found.values()]
    .filter(({ count }) => count * 20 >= numbers.length)
    .toSorted((one, other) => other.count - one.count)
    .slice(0, MOST_SHAPES)
    .map(({ shape: { least, most, ...ends } }) => ({ ...ends, least: Math.max(2, least - 1), most: most + 1 }));
}

/** The same for a number however people write it: `# 1044`, `#1044` and `1044`; letters are kept, `LO-1` is not `KE-1`. */
export const numberKey = (number: string): string =>
  number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
