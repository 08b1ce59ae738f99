import { expect, it } from 'vitest';
import { exampleOf, readBrandWords } from './brand-words.ts';

it.each([
  [['Kettle Co'], ['Kettle Co'], []],
  [['#KettleCo', '@kettleco '], ['KettleCo'], ['hashtag', 'handle']],
  [['＃ケトル'], ['ケトル'], ['hashtag']],
  [['Kettle Co', 'kettle co'], ['Kettle Co'], []],
  [['#', '@', '  '], [], ['hashtag', 'handle']],
  [['Fjell', 'Fjäll'], ['Fjell', 'Fjäll'], []],
])('%j are the words %j, shown as %j', (typed, words, shown) =>
  expect(readBrandWords(typed)).toEqual({ words, shown }),
);

it.each([
  ['plain', 'Kettle Co', 'Kettle Co'],
  ['hashtag', 'Kettle Co', '#kettleco'],
  ['handle', "Joe's Place", '@joesplace'],
  ['misspelt', 'Kettle Co', 'Ketle Co'],
  ['misspelt', 'The Zvonak', 'The Zvoank'],
  ['misspelt', 'Co', null],
  ['misspelt', 'BMW', null],
] as const)('%s of %s looks like %s', (form, word, like) => expect(exampleOf(form, word)).toBe(like));
