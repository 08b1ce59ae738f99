import { expect, it } from 'vitest';
import { detectLanguage, languageOf } from './detect-language.ts';

it.each([
  ['The zip on my jacket split after a week. What now?', 'en'],
  ['Wo bleibt meine Bestellung? Ich warte seit zwei Wochen.', 'de'],
  ['Gdje je moja narudžba? Čekam već dva tjedna.', 'hr'],
  ['Hol van a csomagom? Két hete várok rá.', 'hu'],
  ['Missä tilaukseni on? Olen odottanut kaksi viikkoa.', 'fi'],
  ['¿Dónde está mi pedido? Llevo dos semanas esperando.', 'es'],
  ['Πού είναι η παραγγελία μου;', 'el'],
  ['방수 재킷 재입고 예정 있나요?', 'ko'],
  ['pou einai to paketo mou re paidia', 'el'],
  ['Где мой заказ?', 'ru'],
  ['ik wacht al weken', 'nl'],
  ['merci beaucoup', 'fr'],
  ['thanks so much', 'en'],
  ['Sramota!!!', 'hr'],
  ['ok', null],
  ['👍', null],
  ['https://lindqvist.example.com/fjell', null],
])('%s -> %s', (text, language) => {
  expect(detectLanguage(text)).toBe(language);
});

it.each([
  ['ok', 'fi', { code: 'fi', p: 0.5 }],
  ['danke!', 'de', { code: 'de', p: 0.9 }],
  ['Wo bleibt meine Bestellung? Ich warte seit zwei Wochen.', 'hu', { code: 'de', p: 0.99 }],
])('%s, of somebody who wrote %s before', (text, likely, expected) => {
  expect(languageOf(text, likely)).toEqual(expected);
});
