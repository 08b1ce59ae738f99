import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { RotateCcw, X } from 'lucide-react';
import { useState } from 'react';
import type { LedgerEntry } from '../../wire/inboxes.ts';
import { call, inWords } from '../api/call.ts';
import { balanceQuery, inboxesQuery, ledgerQuery } from '../api/queries.ts';
import { useMay } from '../frame/use-me.ts';
import { Button } from '../parts/button.tsx';
import { Chip } from '../parts/chip.tsx';
import { Page } from '../parts/page.tsx';
import { Empty, LoadFailed, Loading, Skeleton } from '../parts/states.tsx';
import { say } from '../parts/toasts.tsx';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { bytes, count, momentWords } from '../time/words.ts';
import { BalanceLine, STATES } from './balance-line.tsx';
import { EntryDialog } from './entry-dialog.tsx';

/** Everything that ever arrived, as it arrived, with what became of it. */
export function Ledger() {
  const search = useSearch({ from: '/inside/shell/ledger' });
  const navigate = useNavigate();
  const state = STATES.find((one) => one === search.state) ?? null;
  const inboxes = useQuery(inboxesQuery);
  const inbox = inboxes.data?.find((one) => one.id === search.inbox);
  const entries = useInfiniteQuery(ledgerQuery(state, search.inbox ?? null));
  const items = entries.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t('ledger.title')} acts={<ReplayAll />}>
      <p className="mb-4 max-w-[70ch] text-ink-2">{t('ledger.about')}</p>
      <BalanceLine chosen={state} inbox={search.inbox} />
      {search.inbox && (
        <p className="mt-3">
          <Link
            to="/ledger"
            search={state ? { state } : {}}
            className="inline-flex items-center gap-1 rounded-full bg-sunken px-3 py-1 text-ink-2 hover:text-ink"
          >
            {t('ledger.onlyInbox', { name: inbox?.name ?? '…' })} <X size={13} aria-label={t('ledger.allInboxes')} />
          </Link>
        </p>
      )}
      <section
        aria-label={t('ledger.entries')}
        className="mt-4 overflow-hidden rounded-medium border border-line bg-raised"
      >
        {entries.isPending ? (
          <Loading label={t('loading.ledger')}>
            {[1, 2, 3, 4, 5, 6].map((key) => (
              <div key={key} className="border-b border-line p-3">
                <Skeleton className="h-4" />
              </div>
            ))}
          </Loading>
        ) : entries.isError && items.length === 0 ? (
          <LoadFailed what={t('what.ledger')} error={entries.error} onRetry={() => void entries.refetch()} />
        ) : items.length === 0 ? (
          <Empty title={t(state === 'set_aside' ? 'ledger.emptySetAside' : 'ledger.empty')}>
            {t(state === 'set_aside' ? 'ledger.emptySetAsideAbout' : 'ledger.emptyAbout')}
          </Empty>
        ) : (
          <ul>
            {items.map((entry) => (
              <Line key={entry.id} entry={entry} inbox={inboxes.data?.find((one) => one.id === entry.inboxId)?.name} />
            ))}
          </ul>
        )}
        {entries.hasNextPage && (
          <div className="p-2 text-center">
            <Button look="quiet" isBusy={entries.isFetchingNextPage} onClick={() => void entries.fetchNextPage()}>
              {t('ledger.more')}
            </Button>
          </div>
        )}
      </section>
      {search.entry !== undefined && (
        <EntryDialog
          id={search.entry}
          onClose={() => void navigate({ to: '/ledger', search: ({ entry: _entry, ...old }) => old })}
        />
      )}
    </Page>
  );
}

const TONES = { waiting: 'warn', filed: 'accent', duplicate: 'plain', ignored: 'plain', set_aside: 'alarm' } as const;

function Line({ entry, inbox }: { readonly entry: LedgerEntry; readonly inbox: string | undefined }) {
  const now = useNow();
  return (
    <li className="border-b border-line last:border-b-0">
      <Link
        to="/ledger"
        search={(old) => ({ ...old, entry: entry.id })}
        className="grid grid-cols-[88px_96px_minmax(0,1fr)_auto] items-baseline gap-x-3 px-4 py-2.5 outline-offset-[-2px] hover:bg-sunken max-phone:grid-cols-[1fr_auto]"
      >
        <span className="num text-ink-3">#{entry.id}</span>
        <span className="max-phone:text-end">
          <Chip tone={TONES[entry.state]}>{t(`ledger.state.${entry.state}`)}</Chip>
        </span>
        <span className="min-w-0 truncate max-phone:col-span-2">
          {inbox ?? entry.family} <span className="text-ink-3">· {entry.source}</span>
          {entry.reason && (
            <span className={entry.state === 'set_aside' ? 'text-alarm' : 'text-ink-2'}> · {entry.reason}</span>
          )}
        </span>
        <span className="num text-s text-ink-3">
          {bytes(entry.sizeBytes)} · {momentWords(entry.receivedAt, now)}
        </span>
      </Link>
    </li>
  );
}

function ReplayAll() {
  const may = useMay();
  const client = useQueryClient();
  const { data } = useQuery(balanceQuery);
  const [isBusy, setBusy] = useState(false);
  if (!may('ledger.replay') || !data || data.setAside === 0) return null;
  async function replay() {
    setBusy(true);
    try {
      const { replayed } = await call<{ replayed: number }>('POST', '/api/ledger/replay');
      say({ title: t('ledger.replayed', { count: replayed }) });
    } catch (error) {
      say({ title: inWords(error), isBad: true });
    } finally {
      setBusy(false);
      await client.invalidateQueries({ queryKey: ['ledger'] });
    }
  }
  return (
    <Button isBusy={isBusy} onClick={() => void replay()} icon={<RotateCcw size={14} aria-hidden />}>
      {t('ledger.replayAll', { count: count(data.setAside) })}
    </Button>
  );
}
