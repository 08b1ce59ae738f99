import { z } from 'zod';
import { isAmount, isCurrency } from '../../core/commerce/money.ts';

/** What every shop tells, read once. What no database holds of a text is left out. */
export const text = z.string().transform((value) => value.replaceAll('\u0000', '').toWellFormed());
export const shortText = text.transform((value) => value.slice(0, 500));
export const id = z
  .union([z.string(), z.number().int().nonnegative()])
  .transform(String)
  .pipe(
    z
      .string()
      .min(1)
      .max(200)
      .refine((value) => value.isWellFormed() && !value.includes('\u0000'), 'not an id'),
  );
export const amount = z.string().refine(isAmount, 'not an amount, such as "49.90"');
export const currency = z.string().refine(isCurrency, 'not a currency, such as "EUR"');

const FIRST = Date.parse('1990-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59Z');
export const moment = z
  .string()
  .transform((value) => new Date(value))
  .refine((value) => value.getTime() >= FIRST && value.getTime() <= LAST, 'not a time');
/** Shown as a link: nothing but the web. */
export const webUrl = z
  .string()
  .max(2_000)
  .refine((value) => /^https?:$/.test(URL.parse(value)?.protocol ?? ''), 'not a web address');

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
