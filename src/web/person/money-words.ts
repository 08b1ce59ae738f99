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

/** The day of an order: the hour tells nobody anything. */
export function placedWords(at: string, now: number): string {
  const when = new Date(at);
  const isThisYear = when.getFullYear() === new Date(now).getFullYear();
  const year = isThisYear ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...year }).format(when);
}
