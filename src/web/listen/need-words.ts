import type { Need } from '../../core/listening/needs.ts';
import { locale, t } from '../text/t.ts';

const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });

/** "complaint (81 %)". Nothing that a machine was told by words alone is certain. */
export const needWords = ({ is, p }: Need): string => t(`need.${is}`, { percent: percent.format(Math.min(p, 0.99)) });
