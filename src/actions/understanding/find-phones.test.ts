import { expect, it } from 'vitest';
import { findPhones } from './find-phones.ts';

const found = (language: string, text: string) =>
  findPhones(text, language).map(({ from, to }) => text.slice(from, to));

it.each([
  ['en', 'call me 212-555-0187 or (415) 555-2671', ['212-555-0187', '(415) 555-2671']],
  ['en', 'ring me on 07700 900318', ['07700 900318']],
  ['en', 'it is 0044 20 7946 0958', ['0044 20 7946 0958']],
  ['de', 'Tel. 0171/2345678', ['0171/2345678']],
  ['hr', 'javite se na 091 234 5678', ['091 234 5678']],
  ['hr', '+385 91 234 5678', ['+385 91 234 5678']],
  ['hu', 'hívjon: 06 30 123 4567', ['06 30 123 4567']],
  ['fi', 'soita 040 1234567', ['040 1234567']],
  ['el', '6944123456 πάρτε με', ['6944123456']],
  ['en', 'either 212-555-0187 415-555-2671', ['212-555-0187', '415-555-2671']],
  ['de', 'am 12.12.2024 0171 2345678', ['0171 2345678']],
  ['fr', '01.44.23.45.67', ['01.44.23.45.67']],
  ['ko', '010-2345-6789로 연락 주세요', ['010-2345-6789']],
])('%s: %s', (language, text, expected) => {
  expect(found(language, text)).toEqual(expected);
});

it.each([
  ['de', 'am 12.12.2024 um 14:30'],
  ['en', 'from 10-11-2024 to 12-11-2024'],
  ['en', '10 000 000 people'],
  ['en', '$1,299.00 and 1.299,00 €'],
  ['en', 'the seasons 2023-2024 and 1914-1918'],
  ['en', '12345678'],
  ['en', 'ip 192.168.100.200'],
  ['en', '1Z999AA10123456784'],
  ['ko', '가격이 1,250,000원'],
])('no phone in %s: %s', (language, text) => {
  expect(found(language, text)).toEqual([]);
});
