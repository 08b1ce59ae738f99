import { locale } from './t.ts';

/**
 * How names that people give stand in every list: by the reader's language, numbers in them by what they count. The
 * server gives such lists whole, and does not know who reads: so it is done here.
 */
export const namesIn = (language: string) => new Intl.Collator(language, { numeric: true }).compare;
export const compareNames = namesIn(locale);

export const byName = <T extends { readonly name: string }>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => compareNames(a.name, b.name));

/** What is archived stands after what is in use. */
export const byNameInUse = <T extends { readonly name: string; readonly isArchived: boolean }>(
  items: readonly T[],
): T[] => items.toSorted((a, b) => Number(a.isArchived) - Number(b.isArchived) || compareNames(a.name, b.name));
