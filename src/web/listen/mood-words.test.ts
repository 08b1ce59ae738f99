import { expect, it } from 'vitest';
import '../text/load-later.ts';
import { moodWords } from './mood-words.ts';

const quiet = { positive: 0, neutral: 0, negative: 0, unclear: 0 };

it.each([
  { moods: quiet, words: 'Nothing was heard in this time' },
  { moods: { ...quiet, negative: 3, positive: 2 }, words: '3 Negative, 2 Positive' },
])('says a bar of moods in words, also where there was nothing: $words', ({ moods, words }) => {
  expect(moodWords(moods)).toBe(words);
});
