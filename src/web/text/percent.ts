import { locale } from './t.ts';

/** Of a share, 0 to 1: "81%". */
export const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
