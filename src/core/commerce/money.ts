/** As shops write amounts: decimal digits as text, since no binary fraction holds ten cents. */
const AMOUNT = /^-?\d{1,15}(\.\d{1,6})?$/;
const CURRENCY = /^[A-Z]{3}$/;

export const isAmount = (text: string): boolean => AMOUNT.test(text);
export const isCurrency = (text: string): boolean => CURRENCY.test(text);
