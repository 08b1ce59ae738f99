import { expect, it } from 'vitest';
import { findPersonal } from './personal.ts';

const found = (text: string) =>
  findPersonal(text, 'en', () => []).map(({ kind, from, to }) => `${kind} ${text.slice(from, to)}`);

it.each([
  ['write to jo.doe+shop@mail.example.org please', ['email jo.doe+shop@mail.example.org']],
  ['my IBAN is DE89 3704 0044 0532 0130 00 danke', ['iban DE89 3704 0044 0532 0130 00']],
  ['GB82WEST12345698765432, since March', ['iban GB82WEST12345698765432']],
  ['you charged 4111 1111 1111 1111 twice', ['card 4111 1111 1111 1111']],
  ['Amex 378282246310005', ['card 378282246310005']],
  ['order #12345 never came', ['order 12345']],
  ['Where is my order number WK-48213?', ['order WK-48213']],
  ['Buchungsnummer TK-448210, bitte', ['order TK-448210']],
  ['narudžba br. 330482 kasni', ['order 330482']],
  ['Az 55102-es rendelés', ['order 55102']],
  ['주문번호 20241108-1234', ['order 20241108-1234']],
  ['varausnumero 993017', ['order 993017']],
  ['αριθμός κράτησης 993017', ['order 993017']],
])('%s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

it.each([
  'since 12.12.2024 I wait',
  'from 2024-11-08 to 2024-12-08',
  'my tracking number is 123456789012',
  'tracking 1Z999AA10123456784',
  'I ordered 2000 of them',
  'the ticket cost 12500 won',
  'it cost 1.299,00 €',
  'an order in 2024',
  'ISBN 978-3-16-148410-0',
  'DE89 3704 0044 0532 0130 01 has a wrong check digit',
  '4111 1111 1111 1112 is no card',
  'hey @brand, you around? 😀',
  'version 10.15.7 of the app',
])('finds nothing in: %s', (text) => {
  expect(found(text)).toEqual([]);
});

it('blanks what it found before it looks for phones', () => {
  let left = '';
  findPersonal('order 4455667 and 4111 1111 1111 1111, call 0171 2345678', 'de', (text) => {
    left = text;
    return [];
  });
  expect(left).not.toContain('4111');
  expect(left).not.toContain('4455667');
  expect(left).toContain('0171 2345678');
  expect(left).toHaveLength('order 4455667 and 4111 1111 1111 1111, call 0171 2345678'.length);
});
