import { percent } from '../text/percent.ts';

/** How sure, 0 to 1, in words. Nothing that was told from words alone is certain. */
export const sure = (p: number): string => percent.format(Math.min(p, 0.99));
