import { expect, it } from 'vitest';
import { en } from './en.ts';
import { later } from './later.ts';

it('no text of the first load is overwritten by one that comes later', () => {
  expect(Object.keys(later).filter((key) => key in en)).toEqual([]);
});

it('no text stands in two catalogues, of which one would silently win', async () => {
  const seen = new Map<string, string>();
  const twice: string[] = [];
  const files = import.meta.glob<Record<string, Record<string, string>>>('./en/*.ts', { eager: true });
  for (const [file, catalogues] of Object.entries(files))
    for (const key of Object.values(catalogues).flatMap((one) => Object.keys(one))) {
      const other = seen.get(key);
      if (other) twice.push(`${key}: ${other} and ${file}`);
      seen.set(key, file);
    }
  expect(seen.size).toBeGreaterThan(1_000);
  expect(twice).toEqual([]);
});
