import type { SecondOpinion } from '../../../wire/second-opinion.ts';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { momentWords } from '../../time/words.ts';

/** How much of the day's budget is used, and what is wrong with the server. */
export function SecondOpinionToday({
  kept: { today, callsADay, tokensADay, failures, restsUntil, lastError, lastErrorAt },
}: {
  readonly kept: SecondOpinion;
}) {
  const now = useNow();
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h3 className="font-medium">{t('secondOpinion.today')}</h3>
        <span className="num">{t('secondOpinion.callsToday', { calls: today.calls, most: callsADay })}</span>
        <span className="num text-ink-2">
          {tokensADay === null
            ? t('secondOpinion.tokensToday', { tokens: today.tokens })
            : t('secondOpinion.tokensOf', { tokens: today.tokens, most: tokensADay })}
        </span>
        <span className={`num ${today.isSpent ? 'text-warn' : 'text-ink-3'}`}>
          {today.isSpent
            ? t('secondOpinion.spent')
            : t('secondOpinion.left', { left: Math.max(callsADay - today.calls, 0) })}
        </span>
      </div>
      {restsUntil !== null && (
        <p role="status" className="rounded-small bg-alarm-soft px-3 py-2 text-alarm">
          {t('secondOpinion.restsUntil', { failures, at: momentWords(restsUntil, now) })}
        </p>
      )}
      {lastError !== null && lastErrorAt !== null && (
        <p className={failures > 0 ? 'text-alarm' : 'text-s text-ink-3'}>
          {t('secondOpinion.lastError', { at: momentWords(lastErrorAt, now), words: lastError })}
        </p>
      )}
    </div>
  );
}
