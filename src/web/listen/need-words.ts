import type { Need } from '../../core/listening/needs.ts';
import { sure } from '../parts/sure.ts';
import { t } from '../text/t.ts';

/** "complaint (81 %)". */
export const needWords = ({ is, p }: Need): string => t(`need.${is}`, { percent: sure(p) });
