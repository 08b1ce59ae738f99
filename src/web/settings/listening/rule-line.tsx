import { Link } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ListeningRule } from '../../../wire/listening.ts';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { agoWords, count } from '../../time/words.ts';
import { RuleSwitch } from '../rules/rule-switch.tsx';
import { inShort } from './words.ts';

/** One rule: whether it listens, for what, what becomes of it, and how much it heard. */
export function RuleLine({
  rule,
  onSwitch,
  menu,
}: {
  readonly rule: ListeningRule;
  readonly onSwitch: (isOn: boolean) => void;
  readonly menu: ReactNode;
}) {
  const now = useNow();
  const { id, name, isOn, hits, lastAt, becomes } = rule;
  const heard = t('listening.hits', { count: hits, shown: count(hits) });
  const last = lastAt && t('listening.lastAt', { at: agoWords(lastAt, now) });
  return (
    <li className="flex items-center gap-2 ps-3 pe-2 first:rounded-t-medium last:rounded-b-medium">
      <RuleSwitch label={t('listening.switch', { name })} isOn={isOn} onChange={onSwitch} />
      <Link
        to="/settings/$page/$item"
        params={{ page: 'listening', item: id }}
        className="flex min-w-0 flex-1 items-center gap-4 px-1 py-2.5 hover:bg-sunken"
      >
        <span className={`min-w-0 flex-1 ${isOn ? 'text-ink-2' : 'text-ink-3'}`}>
          <span className={`block truncate font-semibold max-phone:whitespace-normal ${isOn ? 'text-ink' : ''}`}>
            {name}
          </span>
          <span className="block truncate max-phone:whitespace-normal">{inShort(rule)}</span>
          {becomes === 'conversation' && (
            <span className="flex items-baseline gap-1.5">
              <ArrowRight size={13} aria-hidden className="flex-none translate-y-[2px] text-ink-3 rtl:-scale-x-100" />
              {t('listening.becomes.conversation')}
            </span>
          )}
          <span className="num block text-s text-ink-3 phone:hidden">{[heard, last].filter(Boolean).join(' · ')}</span>
        </span>
        <span className="num w-36 flex-none text-end text-s text-ink-3 max-phone:hidden">
          <span className="block">{heard}</span>
          {last && <span className="block">{last}</span>}
        </span>
      </Link>
      {menu}
    </li>
  );
}
