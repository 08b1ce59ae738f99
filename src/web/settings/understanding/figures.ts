import { locale } from '../../text/t.ts';

/** F1 is no share of anything: two places, as it is usually told. */
export const score = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
