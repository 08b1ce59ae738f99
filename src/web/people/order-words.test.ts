import { describe, expect, it } from 'vitest';
import { orderWords } from './order-words.ts';

describe('an order in the story of a person', () => {
  it.each([
    ['LO-62611 · 219.0 EUR', 'LO-62611 · €219.00'],
    ['1001 · 9000 JPY', '1001 · ¥9,000'],
    ['LO-1', 'LO-1'],
    ['', ''],
  ])('%s is told as %s', (text, words) => expect(orderWords(text)).toBe(words));
});
