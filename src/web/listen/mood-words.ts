import { t } from '../text/t.ts';
import { count } from '../time/words.ts';
import { MOODS, type Mood } from './chart-scale.ts';

/** "3 negative, 2 positive": what a bar of moods says to those who do not see it. */
export function moodWords(moods: Readonly<Record<Mood, number>>): string {
  const said = MOODS.filter((mood) => moods[mood] > 0).map((mood) =>
    t('picture.moodOf', { count: count(moods[mood]), mood: t(`picture.mood.${mood}`) }),
  );
  return said.length === 0 ? t('picture.nothing') : said.join(', ');
}
