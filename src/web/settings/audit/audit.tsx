import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import type { z } from 'zod';
import type { AuditPage } from '../../../wire/people.ts';
import { call, query } from '../../api/call.ts';
import { Button, buttonClass } from '../../parts/button.tsx';
import { Empty, LoadFailed } from '../../parts/states.tsx';
import { t } from '../../text/t.ts';
import { LinesWait } from '../parts/loaded.tsx';
import { Lines, Sheet } from '../parts/sheet.tsx';
import type { SettingsSearch } from '../settings-search.ts';
import { AuditFilter } from './audit-filter.tsx';
import { AuditLine } from './audit-line.tsx';
import { instants } from './instants.ts';

const asked = (search: SettingsSearch) => {
  const { from, to } = instants(search);
  return { act: search.act, actor: search.actor, from, to };
};
const auditQuery = (search: SettingsSearch) =>
  infiniteQueryOptions({
    queryKey: ['audit', search] as const,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call<z.infer<typeof AuditPage>>(
        'GET',
        `/api/audit${query({ ...asked(search), before: pageParam, limit: 50 })}`,
        undefined,
        signal,
      ),
    getNextPageParam: (page) => page.before,
  });

/** Who changed what, when, and from where. The filters stand in the address. */
export default function Audit() {
  const search = useSearch({ strict: false }) as SettingsSearch;
  const navigate = useNavigate();
  const audit = useInfiniteQuery(auditQuery(search));
  const rows = (audit.data?.pages ?? []).flatMap((page) => page.items);
  const isFiltered = Object.keys(search).length > 0;
  function change(next: SettingsSearch) {
    void navigate({ to: '/settings/$page', params: { page: 'audit' }, search: next, replace: true });
  }
  return (
    <Sheet
      title={t('page.audit')}
      about={t('audit.about')}
      isWide
      acts={
        <a href={`/api/audit.csv${query(asked(search))}`} download className={buttonClass()}>
          <Download size={14} aria-hidden />
          {t('audit.export')}
        </a>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <AuditFilter search={search} onChange={change} />
        {audit.isPending ? (
          <LinesWait what={t('what.audit')} />
        ) : audit.isError && rows.length === 0 ? (
          <LoadFailed what={t('what.audit')} error={audit.error} onRetry={() => void audit.refetch()} />
        ) : rows.length === 0 ? (
          <Empty
            title={t(isFiltered ? 'audit.noneFound' : 'audit.none')}
            act={isFiltered && <Button onClick={() => change({})}>{t('audit.clear')}</Button>}
          >
            {t('audit.noneAbout')}
          </Empty>
        ) : (
          <>
            <Lines label={t('page.audit')}>
              {rows.map((entry) => (
                <AuditLine key={entry.id} entry={entry} />
              ))}
            </Lines>
            {audit.hasNextPage && (
              <Button
                className="justify-self-center"
                isBusy={audit.isFetchingNextPage}
                onClick={() => void audit.fetchNextPage()}
              >
                {t('audit.more')}
              </Button>
            )}
          </>
        )}
      </div>
    </Sheet>
  );
}
