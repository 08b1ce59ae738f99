/** Languages that `lang:` takes. Source: X docs, "Search operators", as long known; not read again in 2026. */
const TAKEN = new Set(
  `am ar bg bn bo bs ca ckb cs cy da de dv el en es et eu fa fi fr gu hi hr ht hu hy in is it iw ja ka km kn ko lo lt lv ml
   mr my ne nl no or pa pl ps pt ro ru sd si sk sl sr sv ta te th tl tr ug uk ur vi zh`.split(/\s+/),
);
/** The old names that X still goes by. */
const RENAMED: Readonly<Record<string, string>> = { he: 'iw', id: 'in', nb: 'no', nn: 'no', fil: 'tl' };
/** In a few words one cannot be told from the other, and X often says the other. */
const ALIKE: readonly (readonly string[])[] = [
  ['bs', 'hr', 'sl', 'sr'],
  ['da', 'no', 'sv'],
];
/** With more of them there is less room for words than it saves in posts. */
const MOST = 8;

/** ` (lang:de OR lang:und)`; empty where the network cannot be asked for all of them. What X cannot tell passes. */
export function languageClause(languages: readonly string[]): string {
  const named = languages.map((tag) => {
    const base = tag.toLowerCase().split(/[-_]/)[0] ?? '';
    return RENAMED[base] ?? base;
  });
  if (named.length === 0 || !named.every((code) => TAKEN.has(code))) return '';
  const codes = new Set(named.flatMap((code) => ALIKE.find((group) => group.includes(code)) ?? [code]));
  if (codes.size > MOST) return '';
  return ` (${[...codes, 'und'].map((code) => `lang:${code}`).join(' OR ')})`;
}
