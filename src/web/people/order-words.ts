import { moneyWords } from '../person/money-words.ts';

const PAID = /^(.*?)(\d+(?:\.\d+)?) ([A-Z]{3})$/s;

/** "LO-62611 · €219.00" for the bare "LO-62611 · 219.0 EUR"; whatever is written otherwise stays as it is. */
export function orderWords(text: string): string {
  const [, before = '', amount, currency] = PAID.exec(text) ?? [];
  return amount && currency ? `${before}${moneyWords(amount, currency)}` : text;
}
