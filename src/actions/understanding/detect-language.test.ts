import { expect, it } from 'vitest';
import { detectLanguage } from './detect-language.ts';

it.each([
  ['The zip on my jacket split after a week. What now?', 'en'],
  ['Wo bleibt meine Bestellung? Ich warte seit zwei Wochen.', 'de'],
  ['Gdje je moja narudžba? Čekam već dva tjedna.', 'hr'],
  ['Hol van a csomagom? Két hete várok rá.', 'hu'],
  ['Missä tilaukseni on? Olen odottanut kaksi viikkoa.', 'fi'],
  ['¿Dónde está mi pedido? Llevo dos semanas esperando.', 'es'],
  ['Πού είναι η παραγγελία μου;', 'el'],
  ['방수 재킷 재입고 예정 있나요?', 'ko'],
  ['ok', null],
  ['👍', null],
  ['https://lindqvist.example.com/fjell', null],
])('%s -> %s', (text, language) => {
  expect(detectLanguage(text)).toBe(language);
});
