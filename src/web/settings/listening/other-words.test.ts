import { expect, it } from 'vitest';
import { otherWords } from './other-words.ts';

it.each([
  ['Kettle careers: apply now, careers!', 'en', [{ from: 0, to: 6 }], ['careers', 'apply']],
  ['see https://kettle.example/careers and @kettle #job', 'en', [], []],
  ['케틀 채용 공고', 'ko', [{ from: 0, to: 2 }], ['채용', '공고']],
  ['Ärger mit Kettle', 'not a language', [{ from: 10, to: 16 }], ['ärger']],
  ['', null, [], []],
  ['1234 56789', 'en', [], []],
])('of “%s” one may choose %j', (text, language, because, words) =>
  expect(otherWords(text, language, because)).toEqual(words),
);
