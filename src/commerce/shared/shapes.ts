import { z } from 'zod';
import { text } from '../../connectors/shared/shapes.ts';
import { isAmount, isCurrency } from '../../core/commerce/money.ts';

/** What every shop tells, read once: cut short, and never in the middle of a character. */
export const shortText = text.transform((value) => value.slice(0, 500).toWellFormed());
export const amount = z.string().refine(isAmount, 'not an amount, such as "49.90"');
export const currency = z.string().refine(isCurrency, 'not a currency, such as "EUR"');

/** Reads a part that is not needed, and takes an odd one for absent: one strange key must not cost the whole order. */
export const orNull = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().catch(null);

const FEWEST_DIGITS = 7;

/** `+46 70-123 45 67` as `+46701234567`; null where the country is not said: nobody knows whose that is. */
export function readPhone(given: string | null | undefined): string | null {
  const digits = (given ?? '')
    .trim()
    .replace(/^00/, '+')
    .replace(/[\s().\-/]/g, '');
  return /^\+[1-9]\d+$/.test(digits) && digits.length > FEWEST_DIGITS && digits.length <= 16 ? digits : null;
}
export function readEmail(given: string | null | undefined): string | null {
  const address = (given ?? '').trim().toLowerCase();
  return address.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address) ? address : null;
}
