import '../../text/load-later.ts';
import { useQuery } from '@tanstack/react-query';
import type { ConversationDetail } from '../../../wire/conversations.ts';
import type { Clock } from '../../../wire/understood.ts';
import { dueTone, leftWords } from '../../desk/list/clock-mark.tsx';
import { policiesQuery } from '../../settings/answer-times/queries.ts';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { momentWords } from '../../time/words.ts';

/** Every clock of a conversation: what it measures, by when, and which answer time says so. */
export default function ClockList({ detail: { clocks, conversation } }: { readonly detail: ConversationDetail }) {
  const { data: policies } = useQuery(policiesQuery);
  const now = useNow();
  return (
    <section aria-label={t('clocks.title')}>
      <h2 className="mb-2 text-l font-semibold">{t('clocks.title')}</h2>
      <ul className="grid gap-2.5">
        {clocks.map((clock) => {
          const policy = policies?.find(({ id }) => id === clock.policyId)?.name;
          return (
            <li key={clock.kind}>
              <div className="flex items-baseline gap-3">
                <span className="min-w-0 flex-1 font-medium">{t(`clock.${clock.kind}`)}</span>
                <Left clock={clock} now={now} />
              </div>
              <p className="text-s text-ink-3">
                {t('clocks.under', {
                  policy: policies ? (policy ?? t('clocks.gonePolicy')) : '…',
                  at: momentWords(clock.startedAt, now),
                })}{' '}
                · {standing(clock, now)}
              </p>
            </li>
          );
        })}
      </ul>
      <p className="mt-3 border-t border-line pt-2 text-s text-ink-3">
        {t(conversation.snoozedUntil ? 'clocks.snoozed' : 'clocks.why')}
      </p>
    </section>
  );
}

function standing({ stoppedAt, pausedAt, breachedAt, dueAt }: Clock, now: number): string {
  const at = momentWords(dueAt, now);
  if (stoppedAt !== null) return breachedAt === null ? t('clocks.met') : t('clocks.late', { at });
  if (pausedAt) return t('clocks.paused');
  return t(breachedAt === null ? 'clocks.due' : 'clocks.over', { at });
}

const TONES = { alarm: 'text-alarm font-semibold', warn: 'text-warn font-semibold', plain: '' };

function Left({ clock: { stoppedAt, pausedAt, dueAt }, now }: { readonly clock: Clock; readonly now: number }) {
  if (stoppedAt !== null || pausedAt) return null;
  return <span className={`num flex-none ${TONES[dueTone(dueAt, now)]}`}>{leftWords(dueAt, now)}</span>;
}
