/** Words of a saved reply in one language; without a language they serve all others. */
export interface Variant {
  readonly language: string | null;
  readonly text: string;
}

/** The words for somebody who writes in `language`: that very one, the same language elsewhere, the one for all, the first. */
export function chooseVariant(variants: readonly Variant[], language: string | null): Variant | null {
  const wanted = language?.toLowerCase() ?? null;
  const of = (tag: string | null) => tag?.toLowerCase() ?? null;
  return (
    (wanted && variants.find((one) => of(one.language) === wanted)) ||
    (wanted && variants.find((one) => one.language !== null && base(one.language) === base(wanted))) ||
    variants.find((one) => one.language === null) ||
    variants[0] ||
    null
  );
}

const base = (tag: string) => tag.toLowerCase().split(/[-_]/)[0];
