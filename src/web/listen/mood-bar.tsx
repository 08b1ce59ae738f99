import type { ReactNode } from 'react';
import { percent } from '../text/percent.ts';
import { t } from '../text/t.ts';
import { count } from '../time/words.ts';
import { changeOf, MOODS, type Mood, sumOf } from './chart-scale.ts';
import { GROUNDS } from './mood-look.ts';
import { moodWords } from './mood-words.ts';

/** Where there was little, twice as much says little: it is told as a number all the same, but not in thousands. */
const MOST_CHANGE = 9.99;

/** "40% more than before". */
export function changeWords(now: number, before: number): string {
  const change = changeOf(now, before);
  if (change === null) return t('picture.new');
  const words = percent.format(Math.min(Math.abs(change), MOST_CHANGE));
  if (Math.abs(change) < 0.005) return t('picture.same');
  return t(change > 0 ? 'picture.more' : 'picture.less', { percent: words });
}
export const percentWords = (share: number): string => percent.format(share);

/** A line with a name, a bar of its moods, and how much it is; against the longest of them. */
export function MoodBar({
  name,
  moods,
  most,
  before,
}: {
  readonly name: ReactNode;
  readonly moods: Readonly<Record<Mood, number>>;
  readonly most: number;
  /** Left out where nothing is compared. */
  readonly before?: number;
}) {
  const sum = sumOf(moods);
  return (
    <span className="grid w-full grid-cols-[minmax(90px,168px)_minmax(0,1fr)_100px] items-center gap-x-3 text-start max-phone:grid-cols-[minmax(0,1fr)_auto]">
      <span className="flex min-w-0 items-center gap-2">{name}</span>
      <span
        role="img"
        aria-label={moodWords(moods)}
        className="flex h-2.5 overflow-hidden rounded-full bg-sunken max-phone:order-last max-phone:col-span-2 max-phone:mt-1"
      >
        {MOODS.map((mood) => (
          <span key={mood} className={GROUNDS[mood]} style={{ width: `${(moods[mood] / Math.max(1, most)) * 100}%` }} />
        ))}
      </span>
      <span className="num text-end whitespace-nowrap">
        {count(sum)}
        {before === undefined ? null : <Change now={sum} before={before} />}
      </span>
    </span>
  );
}

export function Change({ now, before }: { readonly now: number; readonly before: number }) {
  const change = changeOf(now, before);
  const words = changeWords(now, before);
  if (change === null && now === 0) return <span className="ms-2 inline-block min-w-11" />;
  return (
    <span title={words} className="ms-2 inline-block min-w-11 text-end text-s text-ink-3">
      <span className="sr-only">{words}</span>
      <span aria-hidden="true">
        {change === null
          ? t('picture.newShort')
          : `${change > 0.005 ? '+' : change < -0.005 ? '−' : '±'}${percent.format(Math.min(Math.abs(change), MOST_CHANGE))}`}
      </span>
    </span>
  );
}
