import { Link } from '@tanstack/react-router';
import { CircleCheckBig } from 'lucide-react';
import type { Board } from '../api/listening.ts';
import { useMay } from '../frame/use-me.ts';
import { Button, buttonClass } from '../parts/button.tsx';
import { Empty } from '../parts/states.tsx';
import { t } from '../text/t.ts';
import { isNarrowed, wholeOf } from './listen-search.ts';
import { useListen } from './use-listen.ts';

/** Why nothing stands here, and what fills it. */
export function NoPosts({ board }: { readonly board: Board }) {
  const { search, change } = useListen();
  const mayTune = useMay()('triage.manage');
  const { state, term } = search;
  const clear = Object.fromEntries(Object.keys(search).map((part) => [part, undefined]));
  if (isNarrowed(search))
    return (
      <Empty
        title={term ? t('listen.noneWith', { term }) : t('listen.nothingFits')}
        act={<Button onClick={() => change({ ...clear, ...wholeOf(search) })}>{t('listen.showAll')}</Button>}
      >
        {t(term ? 'listen.noneWithAbout' : 'listen.nothingFitsAbout')}
      </Empty>
    );
  if (!board.rules.some(({ isOn }) => isOn))
    return (
      <Empty
        title={t('listen.noRules')}
        act={
          mayTune && (
            <Link to="/settings/$page" params={{ page: 'listening' }} className={buttonClass('main')}>
              {t('listen.makeRule')}
            </Link>
          )
        }
      >
        {t(mayTune ? 'listen.noRulesMay' : 'listen.noRulesWait')}
      </Empty>
    );
  if (state === 'handled') return <Empty title={t('listen.nothingHandled')}>{t('listen.nothingHandledAbout')}</Empty>;
  if (state === 'all') return <Empty title={t('listen.nothingHeard')}>{t('listen.nothingHeardAbout')}</Empty>;
  return (
    <div className="grid flex-1 place-items-center p-8 text-center text-ink-2">
      <div>
        <CircleCheckBig size={40} strokeWidth={1.3} aria-hidden className="mx-auto mb-3 text-accent" />
        <p className="text-l font-semibold text-ink">{t('listen.nothingWaits')}</p>
        <p className="mt-1 max-w-[42ch]">{t('listen.nothingWaitsAbout')}</p>
      </div>
    </div>
  );
}
