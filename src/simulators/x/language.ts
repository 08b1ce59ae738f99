/** Scripts that one language writes, and small words by which the others are told. */
const BY_SCRIPT: readonly (readonly [string, RegExp])[] = [
  ['ko', /\p{Script=Hangul}/u],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['zh', /\p{Script=Han}/u],
  ['el', /\p{Script=Greek}/u],
  ['ru', /\p{Script=Cyrillic}/u],
  ['iw', /\p{Script=Hebrew}/u],
  ['ar', /\p{Script=Arabic}/u],
];
const BY_WORD: readonly (readonly [string, RegExp])[] = [
  ['de', /\b(?:der|die|das|ist|nicht|und|ich|mein|meine)\b/i],
  ['fi', /\b(?:on|ei|ja|minun|tämä|mutta)\b/i],
  ['hu', /\b(?:nem|az|és|egy|vagyok)\b/i],
  ['sr', /\b(?:nije|sam|moj|moja|kako|radi)\b/i],
];

/** What the network thinks a text is in: `und` where there are no words, English where nothing says otherwise. */
export function languageOf(text: string): string {
  const words = text.replaceAll(/https?:\/\/\S+|[@#]\w+/g, '');
  if (!/\p{L}/u.test(words)) return 'und';
  return [...BY_SCRIPT, ...BY_WORD].find(([, sign]) => sign.test(words))?.[0] ?? 'en';
}

export const LANGUAGES: ReadonlySet<string> = new Set([
  ...'am ar bg bn bo bs ca ckb cs cy da de dv el en es et eu fa fi fr gu hi hr ht hu hy in is it iw ja ka km kn ko'.split(
    ' ',
  ),
  ...'lo lt lv ml mr my ne nl no or pa pl ps pt ro ru sd si sk sl sr sv ta te th tl tr ug uk und ur vi zh'.split(' '),
]);
