import { describe, expect, it } from 'vitest';
import { findOrderNumbers } from './find-order-numbers.ts';
import { learnShapes, numberKey } from './number-shape.ts';

const LINDQVIST = learnShapes(['LO-44120', 'LO-44121', 'LO-51003']);
const KETTLE = learnShapes(['#1044', '#1045', '#998']);

describe('in a text', () => {
  it.each([
    ['en', 'My order LO-44120 was meant to be here last Thursday.', ['LO-44120']],
    ['en', 'Still waiting for lo 44120. And LO44121 too!', ['LO44121']],
    ['en', 'Order number is 44120, thanks', ['44120']],
    ['en', 'I ordered 3 tents for 44120 kr', []],
    ['en', 'Call me at +46 70 123 45 67, order soon', []],
    ['en', 'The order of 2026-11-20 is late', []],
    ['en', 'I have been a customer since 44120', []],
    ['de', 'meine Bestellung LO-44120 ist nicht da', ['LO-44120']],
    ['de', 'Bestellnummer: 44120', ['44120']],
    ['de', 'Auftrag Nr. 44120', ['44120']],
    ['el', 'Η παραγγελία μου 44120 δεν ήρθε', ['44120']],
    ['el', 'αριθμός παραγγελίας: 44120', ['44120']],
    ['el', 'Παραγγελία αριθμός 44120', ['44120']],
    ['en', 'My confirmation number is 44120', ['44120']],
    ['hr', 'Moja narudžba broj 44120 kasni', ['44120']],
    ['ko', '주문번호 44120번은 언제 오나요?', ['44120']],
    ['ko', '주문번호LO-44120', ['LO-44120']],
    ['hu', 'A 44120-es számú rendelésem hol van?', ['44120']],
    ['hu', 'rendelésszám: 44120', ['44120']],
    ['fi', 'Tilaukseni 44120 on myöhässä', ['44120']],
    ['fi', 'tilausnumero 44120', ['44120']],
    ['es', 'Mi pedido número 44120 no llega', ['44120']],
    ['sv', 'beställning nr 44120', ['44120']],
    ['it', 'ordine n. 44120', ['44120']],
    ['en', 'mail order@44120.example or a1LO-44120', []],
  ])('%s: %s', (_language, text, wanted) => {
    expect(findOrderNumbers(text, LINDQVIST).map(({ number }) => number)).toEqual(wanted);
  });

  it.each([
    ['Where is #1044?', ['#1044']],
    ['where is # 1044 and 1045', ['# 1044']],
    ['order 1044', ['1044']],
    ['We are #1!', []],
    ['#throwback to 1044', []],
    ['order 12 items, ordered 10 days ago', []],
  ])('with a hash: %s', (text, wanted) => {
    expect(findOrderNumbers(text, KETTLE).map(({ number }) => number)).toEqual(wanted);
  });

  it('says why, and where', () => {
    expect(findOrderNumbers('Order LO-44120', LINDQVIST)).toEqual([
      { number: 'LO-44120', key: 'LO44120', because: 'shape', start: 6, end: 14 },
    ]);
    expect(findOrderNumbers('Order 44120', [])).toMatchObject([{ because: 'word', key: '44120' }]);
  });

  it.each([
    ['#'.repeat(50_000)],
    ['a1'.repeat(25_000)],
    ['1-'.repeat(25_000)],
    ['order '.repeat(9_000)],
    ['123 '.repeat(50_000)],
  ])('comes to an end with long rubbish (%#)', (rubbish) => {
    expect(findOrderNumbers(rubbish, KETTLE)).toEqual([]);
  });
});

it('learns how a shop writes its numbers', () => {
  expect(KETTLE).toEqual([{ prefix: '#', suffix: '', least: 2, most: 5 }]);
  expect(learnShapes(['1001', '1002/A'])).toHaveLength(2);
  expect(learnShapes(['no digits', ''])).toEqual([]);
});

it('knows a number however it is written', () => {
  expect(['#1044', ' # 1044', '１０４４'].map(numberKey)).toEqual(['1044', '1044', '1044']);
  expect(numberKey('lo-44120')).toBe('LO44120');
});
