import { locale } from '../text/t.ts';

/** Exact however large it is: the digits are read as they are, never as a binary fraction. */
export function moneyWords(amount: string, currency: string): string {
  try {
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
    return format.format(amount as unknown as bigint);
  } catch {
    return `${amount} ${currency}`;
  }
}
