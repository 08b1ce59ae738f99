import { Link } from '@tanstack/react-router';
import { MessageSquare } from 'lucide-react';
import type { SettledOpinion } from '../../../wire/second-opinion.ts';
import { labelWords } from '../../conversation/message/label-words.ts';
import { Empty } from '../../parts/states.tsx';
import { locale, t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { momentWords } from '../../time/words.ts';
import { Line, Lines } from '../parts/sheet.tsx';

const listed = new Intl.ListFormat(locale, { type: 'conjunction' });

/** What it was last asked, and what changed by it. */
export function SecondOpinionSettled({ settled }: { readonly settled: readonly SettledOpinion[] }) {
  const now = useNow();
  if (settled.length === 0)
    return <Empty title={t('secondOpinion.settledNone')}>{t('secondOpinion.settledNoneAbout')}</Empty>;
  const title = t('secondOpinion.settled', { count: settled.length });
  return (
    <div>
      <h3 className="mb-2 font-medium">{title}</h3>
      <Lines label={title}>
        {settled.map((one) => (
          <Line key={one.messageId}>
            <div className="min-w-[200px] flex-1">
              <p className={one.state === 'left' ? 'text-ink-2' : ''}>{cameOf(one)}</p>
              <p className="num text-s text-ink-3">
                {[
                  momentWords(one.settledAt, now),
                  one.model,
                  one.isCopy
                    ? t('secondOpinion.copy')
                    : one.tookMs === null
                      ? null
                      : t('secondOpinion.took', { ms: one.tookMs }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            {one.conversationId && (
              <Link
                to="/desk/$id"
                params={{ id: one.conversationId }}
                search={{ view: 'all' }}
                aria-label={t('secondOpinion.open')}
                title={t('secondOpinion.open')}
                className="grid size-[30px] place-items-center rounded-small text-ink-2 hover:bg-sunken hover:text-ink max-phone:size-10"
              >
                <MessageSquare size={15} aria-hidden />
              </Link>
            )}
          </Line>
        ))}
      </Lines>
    </div>
  );
}

function cameOf({ state, why, heads, changed }: SettledOpinion): string {
  if (state === 'left' && why) return t(`secondOpinion.why.${why}`);
  if (!changed || changed.length === 0)
    return t('secondOpinion.same', { heads: listed.format(heads.map((head) => t(`head.${head}`))) });
  return changed
    .map(({ head, was, is }) =>
      t('secondOpinion.changed', {
        head: t(`head.${head}`),
        was: was === null ? t('secondOpinion.wasUnclear') : labelWords(head, was),
        is: labelWords(head, is),
      }),
    )
    .join(', ');
}
