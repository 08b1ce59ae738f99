import type { Voice } from '../../wire/listening.ts';

export const MOODS = ['negative', 'unclear', 'neutral', 'positive'] as const;
export type Mood = (typeof MOODS)[number];
type Point = Voice['series'][number];

export const sumOf = (point: Readonly<Record<Mood, number>>): number =>
  MOODS.reduce((sum, mood) => sum + point[mood], 0);

/** A round number at or above the highest, and a few round ones below it. Whole posts only. */
export function ticksFor(highest: number): readonly number[] {
  if (highest <= 0) return [0, 1];
  const rough = highest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough);
  const most = Math.ceil(highest / step) * step;
  return Array.from({ length: Math.round(most / step) + 1 }, (_, at) => at * step);
}

export const highestOf = (series: readonly Point[]): number =>
  Math.max(0, ...series.map((point) => Math.max(sumOf(point), point.expected ?? 0)));

/** The pieces of one column, from the ground up: where each begins, and where it ends. */
export function stacked(point: Point): readonly { readonly mood: Mood; readonly from: number; readonly to: number }[] {
  let at = 0;
  return MOODS.flatMap((mood) => {
    const from = at;
    at += point[mood];
    return at > from ? [{ mood, from, to: at }] : [];
  });
}

/** The line of what was expected, broken where nothing is known. `x` of a column's middle, `y` of a number. */
export function expectedPath(
  series: readonly Point[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  let isDrawing = false;
  return series
    .map(({ expected }, index) => {
      if (expected === null) {
        isDrawing = false;
        return '';
      }
      const step = `${isDrawing ? 'L' : 'M'}${x(index).toFixed(1)} ${y(expected).toFixed(1)}`;
      isDrawing = true;
      return step;
    })
    .join('');
}

/** The column in which a time lies; -1: outside. */
export function columnOf(series: readonly Point[], at: string, spanMs: number): number {
  const time = Date.parse(at);
  return series.findIndex((point) => {
    const begin = Date.parse(point.at);
    return time >= begin && time < begin + spanMs;
  });
}

/** Which columns have a word below them, so that no two touch: where hours go over days, those that begin a day. */
export function labelled(series: readonly Point[], step: Voice['step'], most: number): readonly number[] {
  const all = series.map((_, index) => index);
  const days = all.filter((index) => new Date(series[index]?.at ?? '').getHours() === 0);
  const places = step === 'hour' && days.length > 1 ? days : all;
  const every = Math.max(1, Math.ceil(places.length / most));
  return places.filter((_, nth) => nth % every === 0);
}

/** Against as long before: 0.4 is forty percent more; null: there was nothing to compare with. */
export const changeOf = (now: number, before: number): number | null => (before === 0 ? null : now / before - 1);
