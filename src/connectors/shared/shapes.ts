import { z } from 'zod';

/** An id as Meta writes it: mostly a string, at times a number. Too big for a number was made a string when read. */
export const id = z.union([z.string(), z.number().int().nonnegative()]).transform(String).pipe(
  z
    .string()
    .min(1)
    .max(300)
    // No database holds these in a text, and to leave them out would make two ids one.
    .refine(isStorable, 'not an id'),
);

/** No database holds a NUL in a text, nor half of an emoji. */
export function isStorable(value: string): boolean {
  return value.isWellFormed() && !value.includes('\u0000');
}

/** What no database holds of it is left out. */
export const text = z.string().transform((value) => value.replaceAll('\u0000', '').toWellFormed());

/** How many, how long, how big: whole, for no database keeps half a byte. */
export const count = z.number().int().nonnegative();

/** Years of four digits: others are no times, and written so that databases do not read them. */
const LAST_SECOND = 253_402_300_799;
const FIRST_DAY = Date.parse('0001-01-01T00:00:00Z');
/** Seconds since 1970. */
export const seconds = z
  .number()
  .min(0)
  .max(LAST_SECOND)
  .transform((value) => new Date(Math.trunc(value) * 1000));
/** Milliseconds since 1970. */
export const millis = z
  .number()
  .min(0)
  .max(LAST_SECOND * 1000)
  .transform((value) => new Date(Math.trunc(value)));

/** `2026-11-18T11:06:40+0000`: an offset without a colon, which not every engine reads. */
export const moment = z
  .string()
  .transform((value) => new Date(value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')))
  .refine((value) => value.getTime() >= FIRST_DAY && value.getTime() <= LAST_SECOND * 1000, 'not a time');

export const webUrl = z
  .string()
  .refine((value) => /^https?:\/\//.test(value) && isStorable(value), 'not a web address');

/** Reads an optional part, and takes an odd one for absent: one strange key must not cost the whole message. */
export const lenient = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

/** Why a value was not understood, in one line. */
export function whyNot(error: z.core.$ZodError): string {
  return error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.') || 'value'}: ${issue.message}`)
    .join('; ');
}
