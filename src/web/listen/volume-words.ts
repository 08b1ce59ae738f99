import type { Voice } from '../../wire/listening.ts';
import { locale, t } from '../text/t.ts';
import { count } from '../time/words.ts';
import { MOODS, sumOf } from './chart-scale.ts';

type Point = Voice['series'][number];
type Step = Voice['step'];

const day = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
const hour = new Intl.DateTimeFormat(locale, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const shortHour = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric' });

/** An expectation is seldom a whole number; a small one is told by tenths, and next to nothing in words. */
export const expectedWords = (value: number): string =>
  value < 0.05 ? t('picture.hardlyAny') : count(value < 10 ? Math.round(value * 10) / 10 : Math.round(value));

/** When a column is, in full. */
export const whenWords = (at: string, step: Step): string => (step === 'day' ? day : hour).format(new Date(at));
/** The same below the axis. */
export const axisWords = (at: string, step: Step, length: number): string =>
  (step === 'day' ? shortDay : length > 24 ? weekday : shortHour).format(new Date(at));

/** Everything that a column tells, in a line. */
export function pointWords(point: Point, step: Step): string {
  const moods = MOODS.filter((mood) => point[mood] > 0).map((mood) =>
    t('picture.moodOf', { count: count(point[mood]), mood: t(`picture.mood.${mood}`).toLocaleLowerCase(locale) }),
  );
  const expected = point.expected === null ? [] : [t('picture.expectedIs', { count: expectedWords(point.expected) })];
  return [`${whenWords(point.at, step)}: ${t('picture.posts', { count: sumOf(point) })}`, ...moods, ...expected].join(
    ', ',
  );
}
