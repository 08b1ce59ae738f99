import { Link } from '@tanstack/react-router';
import { ArrowRight, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Rule } from '../../../wire/rules.ts';
import { Ordered } from '../../parts/order/ordered.tsx';
import { useKeepOrder } from '../../parts/order/use-keep-order.ts';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { agoWords, count } from '../../time/words.ts';
import { useSettle } from '../parts/use-settle.ts';
import { rulesQuery } from './queries.ts';
import { RuleSwitch } from './rule-switch.tsx';
import { useActWords, useWhenWords } from './use-rule-words.ts';

/** The rules from top to bottom, as they are asked. */
export function RuleList({ rules }: { readonly rules: readonly Rule[] }) {
  const keep = useKeepOrder('/api/rules/order', rulesQuery.queryKey);
  return (
    <Ordered label={t('rules.order')} items={rules} keep={keep}>
      {(rule, row) => <Row rule={rule} {...row} />}
    </Ordered>
  );
}

function Row({
  rule,
  at,
  isHeld,
  grip,
}: {
  readonly rule: Rule;
  readonly at: number;
  readonly isHeld: boolean;
  readonly grip: ReactNode;
}) {
  const now = useNow();
  const whenWords = useWhenWords();
  const actWords = useActWords();
  const settle = useSettle('rules');
  const { id, name, isOn } = rule;
  return (
    <li
      className={`flex items-center gap-2 pe-4 first:rounded-t-medium last:rounded-b-medium max-phone:pe-2 ${isHeld ? 'relative bg-accent-soft' : ''}`}
    >
      {grip}
      <span aria-hidden="true" className="num w-5 flex-none text-end text-s text-ink-3 max-phone:hidden">
        {count(at + 1)}
      </span>
      <RuleSwitch
        label={t('rules.switch', { name })}
        isOn={isOn}
        onChange={(next) =>
          void settle('PATCH', `/api/rules/${id}`, { isOn: next }, t(next ? 'rules.on' : 'rules.off', { name }))
        }
      />
      <Link
        to="/settings/$page/$item"
        params={{ page: 'rules', item: id }}
        className="-me-4 flex min-w-0 flex-1 items-center gap-3 py-2.5 pe-4 hover:bg-sunken max-phone:-me-2 max-phone:pe-2"
      >
        <span className={`min-w-0 flex-1 ${isOn ? 'text-ink-2' : 'text-ink-3'}`}>
          <span className={`block font-semibold [overflow-wrap:anywhere] ${isOn ? 'text-ink' : ''}`}>{name}</span>
          <span className="clamp-2 max-phone:line-clamp-none">{whenWords(rule)}</span>
          <span className="flex items-baseline gap-1.5">
            <ArrowRight size={13} aria-hidden className="flex-none translate-y-[2px] text-ink-3 rtl:-scale-x-100" />
            <span className="clamp-2 min-w-0 max-phone:line-clamp-none">{rule.acts.map(actWords).join(', ')}</span>
          </span>
          {rule.resting > 0 && (
            <span className="block text-s text-warn">{t('rules.resting', { count: rule.resting })}</span>
          )}
        </span>
        <span className="num w-32 flex-none text-end text-s text-ink-3 max-phone:hidden">
          <span className="block">{t('rules.runs', { count: rule.runs })}</span>
          {rule.lastAt && <span className="block">{t('rules.lastAt', { at: agoWords(rule.lastAt, now) })}</span>}
        </span>
        <ChevronRight size={16} aria-hidden className="flex-none text-ink-3 rtl:-scale-x-100" />
      </Link>
    </li>
  );
}
