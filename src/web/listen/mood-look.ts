import type { Mood } from './chart-scale.ts';

/** The same for every mark of a mood, in columns, bars and their legend. Order and words say it without the colour. */
export const FILLS: Readonly<Record<Mood, string>> = {
  negative: 'fill-hue-red',
  unclear: 'fill-hue-grey/30',
  neutral: 'fill-hue-grey/65',
  positive: 'fill-hue-teal',
};
export const GROUNDS: Readonly<Record<Mood, string>> = {
  negative: 'bg-hue-red',
  unclear: 'bg-hue-grey/30',
  neutral: 'bg-hue-grey/65',
  positive: 'bg-hue-teal',
};
