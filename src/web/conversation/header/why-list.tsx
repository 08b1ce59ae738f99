import '../../text/load-later.ts';
import { Link } from '@tanstack/react-router';
import type { ConversationDetail } from '../../../wire/conversations.ts';
import { useMay } from '../../frame/use-me.ts';
import { locale, t, tryText } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { factWords } from './fact-words.ts';

const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });

/** The reasons of a score, the weightiest first. They add up to it. */
export function WhyList({ detail }: { readonly detail: ConversationDetail }) {
  const may = useMay();
  const now = useNow();
  const { priority } = detail.conversation;
  const parts = detail.priorityParts.toSorted((a, b) => b.points - a.points);
  // A change is told before the page is read again: for that moment the reasons are those of another score.
  const isTrue = parts.reduce((sum, { points }) => sum + points, 0) === priority;
  return (
    <div>
      <h2 className="px-4 pt-3 pb-1 font-semibold">{t('why.title')}</h2>
      {parts.length === 0 && <p className="px-4 pb-3 text-ink-2">{t('why.none')}</p>}
      {parts.length > 0 && (
        <dl>
          {parts.map(({ factor, points, fact }) => {
            const words = factWords(factor, fact, now);
            return (
              <div key={`${factor} ${JSON.stringify(fact ?? null)}`} className="flex items-baseline gap-3 px-4 py-1.5">
                <dt className="min-w-0 flex-1">
                  {tryText(`factor.${factor}`) ?? factor}
                  {words && <span className="block text-s text-ink-3 [overflow-wrap:anywhere]">{words}</span>}
                </dt>
                <dd className="num flex-none font-medium">{t('why.points', { points: signed.format(points) })}</dd>
              </div>
            );
          })}
          <div className="sticky bottom-0 mt-1 flex items-baseline gap-3 border-t border-line bg-raised px-4 py-2 font-semibold">
            <dt className="flex-1">{t('why.total')}</dt>
            <dd className="num">{priority}</dd>
          </div>
        </dl>
      )}
      {!isTrue && (
        <p role="status" className="px-4 pb-2 text-s text-ink-3">
          {t('why.deciding')}
        </p>
      )}
      {may('triage.manage') && (
        <Link
          to="/settings/$page"
          params={{ page: 'priority' }}
          className="block border-t border-line px-4 py-2 text-accent hover:bg-sunken max-phone:py-3"
        >
          {t('why.tune')}
        </Link>
      )}
    </div>
  );
}
