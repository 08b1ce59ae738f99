import { expect, it } from 'vitest';
import { languageOfScript, wordsOnly } from './script.ts';

it.each([
  ['안녕하세요, 방수 재킷 M 사이즈 있나요?', 'ko'],
  ['Καλησπέρα, η παραγγελία 10482', 'el'],
  ['ファスナーが壊れました', 'ja'],
  ['拉链坏了', 'zh'],
  ['My zip broke', null],
  ['Где мой заказ?', null],
  ['👍👍', null],
  ['', null],
])('%s -> %s', (text, language) => {
  expect(languageOfScript(text)).toBe(language);
});

it('drops what belongs to no language', () => {
  expect(wordsOnly('@kettle wo ist 40217? https://x.test/a #hilfe')).toBe('wo ist ?');
});
