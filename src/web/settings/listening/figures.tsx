import type { Preview } from '../../../wire/listening.ts';
import { t } from '../../text/t.ts';
import { count } from '../../time/words.ts';
import { dollarWords, listed } from './words.ts';

/** So many are given at most, the newest. */
const MOST = 200;
const PASSED = ['noTrigger', 'excluded', 'language', 'noBrand'] as const;

/** How much a draft hears, of how much, and what that comes to in a day. */
export function Figures({ preview, isLooking }: { readonly preview: Preview; readonly isLooking: boolean }) {
  const { items, looked, passed, perDay, usdPerDay } = preview;
  const letPass = PASSED.filter((why) => passed[why] > 0).map((why) =>
    t(`preview.passed.${why}`, { count: count(passed[why]) }),
  );
  const rate = [
    perDay === null ? null : dayWords(perDay),
    usdPerDay === null ? null : t('preview.cost', { cost: dollarWords(usdPerDay) }),
  ].filter((one) => one !== null);
  return (
    <div aria-live="polite">
      <p className="num flex flex-wrap items-baseline gap-x-2">
        <b className="text-2xl font-semibold tracking-[-.02em]">
          {items.length >= MOST
            ? t('preview.heardMany', { shown: count(MOST) })
            : t('preview.heard', { count: items.length, shown: count(items.length) })}
        </b>
        <span className="text-ink-2">{t('preview.looked', { looked, shown: count(looked) })}</span>
        {isLooking && <span className="ms-auto text-s text-ink-3">{t('preview.refreshing')}</span>}
      </p>
      {rate.length > 0 && <p className="num text-l">{rate.join(' · ')}</p>}
      {letPass.length > 0 && <p className="num text-s text-ink-3">{t('preview.passed', { parts: listed(letPass) })}</p>}
    </div>
  );
}

function dayWords(perDay: number): string {
  return perDay < 1 ? t('preview.perDayFew') : t('preview.perDay', { count: count(Math.round(perDay)) });
}
