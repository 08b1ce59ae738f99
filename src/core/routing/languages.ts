/** Written, they cannot be told apart with certainty, and whoever writes one answers all. */
const ONE_TONGUE: Readonly<Record<string, string>> = { sr: 'hr', bs: 'hr', sh: 'hr', nb: 'no', nn: 'no' };

export function sameTongue(a: string, b: string): boolean {
  return tongueOf(a) === tongueOf(b);
}

function tongueOf(language: string): string {
  const base = language.toLowerCase().split(/[-_]/)[0] ?? '';
  return ONE_TONGUE[base] ?? base;
}
