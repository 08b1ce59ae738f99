import { TOPICS } from '../understanding/understood.ts';
import type { Own, OwnTopic, WordsByLanguage } from './own.ts';

export const MOST_WORDS = 200;
export const MOST_TOPICS = 40;
export const LONGEST_WORD = 60;

/** Folded as words are compared: one spelling, small letters, one space. */
export const foldWord = (word: string): string => word.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();

/** Each word once, none empty, in the order in which they were typed. */
export function tidyTriggers({ added, off }: Own['triggers']): Own['triggers'] {
  return { added: tidy(added), off: tidy(off) };
}

function tidy(words: WordsByLanguage): WordsByLanguage {
  return Object.fromEntries(
    Object.entries(words).flatMap(([language, list]) => {
      const kept = tidyWords(list);
      return kept.length > 0 ? [[language, kept]] : [];
    }),
  );
}

export const tidyWords = (list: readonly string[]): readonly string[] => [
  ...new Set(list.map(foldWord).filter((word) => word !== '' && word !== '*')),
];

export function tidyTopics(topics: readonly OwnTopic[]): readonly OwnTopic[] {
  return topics.map(({ key, words }) => ({
    key: key.normalize('NFKC').trim().replace(/\s+/gu, ' '),
    words: tidyWords(words),
  }));
}

/** A topic that is called as a shipped one or as another one; null: none is. */
export function doubledTopic(topics: readonly OwnTopic[]): string | null {
  const seen = new Set<string>(TOPICS);
  for (const { key } of topics) {
    const folded = foldWord(key);
    if (seen.has(folded)) return key;
    seen.add(folded);
  }
  return null;
}
