import { locale } from '../../text/t.ts';

export const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
/** F1 is no share of anything: two places, as it is usually told. */
export const score = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
