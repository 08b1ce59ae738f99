import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleAlert, CircleCheck } from 'lucide-react';
import type { Balance } from '../../wire/inboxes.ts';
import { balanceQuery } from '../api/queries.ts';
import { LoadFailed, Skeleton } from '../parts/states.tsx';
import { t } from '../text/t.ts';
import { count } from '../time/words.ts';

export const STATES = ['waiting', 'filed', 'duplicate', 'ignored', 'set_aside'] as const;
export type State = (typeof STATES)[number];
const IN_EQUATION: readonly State[] = ['filed', 'duplicate', 'ignored', 'set_aside', 'waiting'];

export function inState(balance: Balance, state: State): number {
  return state === 'set_aside' ? balance.setAside : balance[state];
}

/** Everything that arrived and what became of it, as the equation that must hold. Each term is a filter. */
export function BalanceLine({ chosen, inbox }: { readonly chosen: State | null; readonly inbox: string | undefined }) {
  const balance = useQuery(balanceQuery);
  if (balance.isPending) return <Skeleton className="h-[92px] !rounded-medium" />;
  if (!balance.data)
    return <LoadFailed what={t('what.balance')} error={balance.error} onRetry={() => void balance.refetch()} />;
  const { data } = balance;
  return (
    <section aria-label={t('ledger.balance')} className="rounded-medium border border-line bg-raised p-4">
      <div className="flex flex-wrap items-stretch gap-x-1 gap-y-2">
        <Term
          words={t('ledger.received')}
          value={data.received}
          isChosen={chosen === null}
          search={inbox ? { inbox } : {}}
        />
        {IN_EQUATION.map((state, index) => (
          <span key={state} className="flex items-stretch gap-1">
            <span aria-hidden className="self-center px-1 text-xl text-ink-3">
              {index === 0 ? '=' : '+'}
            </span>
            <Term
              words={t(`ledger.state.${state}`)}
              value={inState(data, state)}
              isChosen={chosen === state}
              isAlarming={state === 'set_aside' && data.setAside > 0}
              search={{ state, ...(inbox ? { inbox } : {}) }}
            />
          </span>
        ))}
      </div>
      <p className={`mt-3 flex items-center gap-1.5 ${data.isExact ? 'text-ink-2' : 'font-semibold text-alarm'}`}>
        {data.isExact ? (
          <CircleCheck size={14} aria-hidden className="text-accent" />
        ) : (
          <CircleAlert size={14} aria-hidden />
        )}
        {t(data.isExact ? 'ledger.exact' : 'ledger.inexact')}
      </p>
    </section>
  );
}

function Term({
  words,
  value,
  isChosen,
  isAlarming,
  search,
}: {
  readonly words: string;
  readonly value: number;
  readonly isChosen: boolean;
  readonly isAlarming?: boolean;
  readonly search: { readonly state?: string; readonly inbox?: string };
}) {
  return (
    <Link
      to="/ledger"
      search={search}
      aria-current={isChosen ? 'true' : undefined}
      className={`rounded-small px-2.5 py-1 ${isChosen ? 'bg-accent-soft shadow-[inset_0_-2px_0_var(--accent)]' : 'hover:bg-sunken'}`}
    >
      <b className={`num block text-xl font-semibold ${isAlarming ? 'text-alarm' : ''}`}>{count(value)}</b>
      <span className={`text-s ${isAlarming ? 'text-alarm' : 'text-ink-2'}`}>{words}</span>
    </Link>
  );
}
