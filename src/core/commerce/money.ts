/** An amount as shops write it: decimal digits as text, since no binary fraction holds ten cents. */
export interface Money {
  readonly amount: string;
  /** ISO 4217: `EUR`. */
  readonly currency: string;
}

const AMOUNT = /^-?\d{1,15}(\.\d{1,6})?$/;
const CURRENCY = /^[A-Z]{3}$/;

export const isAmount = (text: string): boolean => AMOUNT.test(text);
export const isCurrency = (text: string): boolean => CURRENCY.test(text);

/** Exact, however many places either side has. */
export function sumOf(amounts: readonly string[]): string {
  const places = Math.max(0, ...amounts.map(placesOf));
  const sum = amounts.reduce((total, amount) => total + scaled(amount, places), 0n);
  return unscaled(sum, places);
}

export const differenceOf = (whole: string, part: string): string => sumOf([whole, negated(part)]);

export const isZero = (amount: string): boolean => scaled(amount, placesOf(amount)) === 0n;

const negated = (amount: string) => (amount.startsWith('-') ? amount.slice(1) : `-${amount}`);
const placesOf = (amount: string) => amount.split('.')[1]?.length ?? 0;

function scaled(amount: string, places: number): bigint {
  const [whole = '0', rest = ''] = amount.replace('-', '').split('.');
  const size = BigInt(whole + rest.padEnd(places, '0'));
  return amount.startsWith('-') ? -size : size;
}

function unscaled(value: bigint, places: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0');
  const sign = value < 0n ? '-' : '';
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
