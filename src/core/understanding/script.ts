/** Scripts that settle the language by themselves, most telling first (kana before Han: Japanese mixes both). */
const SCRIPTS: readonly (readonly [language: string, pattern: RegExp])[] = [
  ['ko', /\p{Script=Hangul}/gu],
  ['ja', /\p{Script=Hiragana}|\p{Script=Katakana}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['hy', /\p{Script=Armenian}/gu],
];

/** The language that a text's script alone settles, or null. Half of its letters must be of that script. */
export function languageOfScript(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return null;
  return SCRIPTS.find(([, pattern]) => (text.match(pattern)?.length ?? 0) * 2 >= letters)?.[0] ?? null;
}

/** What says nothing about language: links, mentions, the sign of a hashtag, order numbers. */
export function wordsOnly(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/https?:\/\/\S+|www\.\S+|[@#](?=\w)\S*|\d+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
