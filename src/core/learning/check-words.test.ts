import { expect, it } from 'vitest';
import { doubledTopic, tidyTopics, tidyTriggers } from './check-words.ts';

it('keeps each word once, as it is compared', () => {
  const off = { '*': ['', '  '] };
  expect(tidyTriggers({ added: { en: [' Recall ', 'recall', 'BURNT  smell', '*'] }, off })).toEqual({
    added: { en: ['recall', 'burnt smell'] },
    off: {},
  });
});

it.each([
  [['Warranty', 'Loyalty card'], null],
  [['Refund'], 'Refund'],
  [['Warranty', 'warranty '], 'warranty'],
])('topics %j: %s is there already', (keys, doubled) => {
  expect(doubledTopic(tidyTopics(keys.map((key) => ({ key, words: ['x'] }))))).toBe(doubled);
});
