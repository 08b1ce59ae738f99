import { sameTongue } from '../routing/languages.ts';
import type { CutPost } from './cut-post.ts';
import type { FoundSaid } from './said.ts';

/** Trouble that people also speak of when there is none: "no problem". What somebody did not get stays a call for care. */
const TROUBLE =
  /^(?:problem|issue|error|delay|complain|fehler|beschwer|gresk|prigovor|hiba|panasz|reklam|ongelm|virhe|valit|myoh|προβλημ|σφαλμ|παραπον|문제|오류|불만|에러|하자)/;
/** Directly before it, or with one word between. */
const NONE_BEFORE: Readonly<Record<string, string>> = {
  en: 'no zero without never any',
  de: 'kein keine keinerlei keinen ohne null nie',
  hr: 'nema nemam nemamo bez nikakav nikakvih nikakve nikad nije',
  hu: 'nincs nincsen semmi semmilyen nelkul sosem soha',
  fi: 'ei ilman eika mitaan',
  el: 'κανενα καμια κανεναν χωρισ δεν διχωσ',
};
/** Korean says it behind. */
const NONE_BEHIND = /^(?:없|전혀)/;

/** "any problem" asks, and only after a "never had" it says that there was none. */
const ONLY_AFTER: Readonly<Record<string, string>> = {
  any: 'never not havent didnt hasnt hadnt dont without',
  mitaan: 'ei ilman eika en',
};
const REACH = 2;

export function isQuieted(post: CutPost, { said, first, last }: FoundSaid, language: string | null): boolean {
  if (first < 0 || !TROUBLE.test(said)) return false;
  if (language !== null && sameTongue(language, 'ko')) return NONE_BEHIND.test(post.words[last + 1]?.text ?? '');
  for (let back = 1; back <= REACH; back++) {
    const word = post.words[first - back]?.text;
    if (word === undefined) return false;
    if (isNone(word, language) && isMeant(post, first - back)) return true;
  }
  return false;
}

function isNone(word: string, language: string | null): boolean {
  const lists = Object.entries(NONE_BEFORE).filter(([key]) => language === null || sameTongue(key, language));
  return lists.some(([, list]) => list.split(' ').includes(word));
}

function isMeant(post: CutPost, at: number): boolean {
  const after = ONLY_AFTER[post.words[at]?.text ?? '']?.split(' ');
  if (!after) return true;
  return [1, 2, 3].some((back) => after.includes(post.words[at - back]?.text ?? ''));
}
