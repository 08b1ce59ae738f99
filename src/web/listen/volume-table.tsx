import type { Voice } from '../../wire/listening.ts';
import { ScrollTable } from '../parts/scroll-table.tsx';
import { t } from '../text/t.ts';
import { count } from '../time/words.ts';
import { MOODS, sumOf } from './chart-scale.ts';
import { expectedWords, whenWords } from './volume-words.ts';

const CELL = 'num border-b border-line px-3 py-1 text-end';

/** The same numbers to be read in order. */
export function VolumeTable({ voice: { series, step } }: { readonly voice: Voice }) {
  return (
    <details className="mt-3 ps-10 max-phone:ps-0">
      <summary className="w-fit cursor-pointer rounded-small text-s text-accent max-phone:py-2.5">
        {t('picture.table')}
      </summary>
      <div className="mt-2">
        <ScrollTable label={t('picture.volume')}>
          <thead>
            <tr className="text-s text-ink-3">
              <th scope="col" className="border-b border-line px-3 py-1 text-start font-medium">
                {t('picture.time')}
              </th>
              <th scope="col" className={`${CELL} font-medium`}>
                {t('picture.sum')}
              </th>
              {MOODS.map((mood) => (
                <th key={mood} scope="col" className={`${CELL} font-medium`}>
                  {t(`picture.mood.${mood}`)}
                </th>
              ))}
              <th scope="col" className={`${CELL} font-medium`}>
                {t('picture.expected')}
              </th>
            </tr>
          </thead>
          <tbody>
            {series.map((point) => (
              <tr key={point.at}>
                <th scope="row" className="border-b border-line px-3 py-1 text-start font-normal whitespace-nowrap">
                  {whenWords(point.at, step)}
                </th>
                <td className={CELL}>{count(sumOf(point))}</td>
                {MOODS.map((mood) => (
                  <td key={mood} className={CELL}>
                    {count(point[mood])}
                  </td>
                ))}
                <td className={CELL}>{point.expected === null ? '–' : expectedWords(point.expected)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      </div>
    </details>
  );
}
