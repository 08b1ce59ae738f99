import { eld } from 'eld/extrasmall';
import { languageOfScript, wordsOnly } from '../../core/understanding/script.ts';

/** Fewer letters than this say too little; null is better than a guess that is shown as a fact. */
const ENOUGH_LETTERS = 12;

/** Croatian, Serbian and Bosnian in Latin script cannot be told apart in short texts: one language for routing. */
const SAME: Readonly<Record<string, string>> = { sr: 'hr', bs: 'hr' };

/** BCP 47, or null when it cannot be told. */
export const detectLanguage = (text: string): string | null => {
  const words = wordsOnly(text).slice(0, 1000);
  const byScript = languageOfScript(words);
  if (byScript) return byScript;
  if ((words.match(/\p{L}/gu)?.length ?? 0) < ENOUGH_LETTERS) return null;
  const found = eld.detect(words);
  if (!found.language) return null;
  return /\p{Script=Cyrillic}/u.test(words) ? found.language : (SAME[found.language] ?? found.language);
};
