import { expect, it } from 'vitest';
import { quotaWords } from './quota-words.ts';

const quota = { of: 'posts read today', used: 1_200, limit: 5_000, resetsAt: null, costUsd: null };

it.each([
  ['what is counted, and of how many', quota, '1,200 of 5,000 posts read today'],
  ['without a limit', { ...quota, limit: null }, '1,200 posts read today'],
  ['beside it what it cost', { ...quota, costUsd: 6 }, '1,200 of 5,000 posts read today · 6.00 US dollars so far'],
  [
    'money that is counted, once',
    { ...quota, of: 'US dollars for reading today', used: 0.02, limit: 5, costUsd: 0.02 },
    '0.02 of 5 US dollars for reading today',
  ],
])('says %s', (_, one, words) => {
  expect(quotaWords(one, Date.parse('2026-11-24T12:00:00Z'))).toBe(words);
});
