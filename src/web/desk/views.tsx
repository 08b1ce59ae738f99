import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { countsQuery, inboxesQuery } from '../api/queries.ts';
import { useMay } from '../frame/use-me.ts';
import { HealthDot } from '../inboxes/health-dot.tsx';
import { NetworkMark } from '../parts/network-mark.tsx';
import { Skeleton } from '../parts/states.tsx';
import { t } from '../text/t.ts';
import { count } from '../time/words.ts';
import { VIEWS } from './desk-search.ts';
import { useDesk } from './use-desk.ts';
import { VIEW_NAMES } from './view-names.ts';

const ROW = 'flex w-full items-center gap-2 rounded-s px-2 py-[5px] max-phone:py-2 text-left hover:bg-raised/60';
const HERE = 'bg-raised font-semibold shadow-[0_0_0_1px_var(--line)]';

/** The lists, with how much waits in each; then the inboxes, with how each is doing. */
export function Views({ onChoose }: { readonly onChoose?: () => void }) {
  const { list } = useDesk();
  const may = useMay();
  const counts = useQuery(countsQuery);
  return (
    <nav aria-label={t('views.label')} className="flex flex-col gap-px px-2 py-4">
      <Heading>{t('views.waiting')}</Heading>
      {VIEWS.map((view) => {
        const isHere = list.view === view && list.inbox === null;
        return (
          <Link
            key={view}
            to="/desk"
            search={view === 'needs_answer' ? {} : { view }}
            onClick={() => onChoose?.()}
            aria-current={isHere ? 'page' : undefined}
            className={`${ROW} ${isHere ? HERE : ''}`}
          >
            <span className="min-w-0 flex-1 truncate">{t(VIEW_NAMES[view])}</span>
            {view !== 'all' && (
              <Count value={counts.data?.views[view]} isHot={view === 'needs_answer'} isLoading={counts.isPending} />
            )}
          </Link>
        );
      })}
      {may('inboxes.read') && <InboxViews onChoose={onChoose} />}
    </nav>
  );
}

function InboxViews({ onChoose }: { readonly onChoose: (() => void) | undefined }) {
  const { list } = useDesk();
  const inboxes = useQuery(inboxesQuery);
  const counts = useQuery(countsQuery);
  if (inboxes.isPending)
    return (
      <div className="grid gap-3 px-2 pt-6">
        {[1, 2, 3].map((key) => (
          <Skeleton key={key} className="h-4" />
        ))}
      </div>
    );
  return (
    <>
      <Heading>{t('views.inboxes')}</Heading>
      {(inboxes.data ?? []).map((inbox) => {
        const isHere = list.inbox === inbox.id;
        return (
          <Link
            key={inbox.id}
            to="/desk"
            search={(old) => ({ ...(old.view ? { view: old.view } : {}), inbox: inbox.id })}
            onClick={() => onChoose?.()}
            aria-current={isHere ? 'page' : undefined}
            className={`${ROW} ${isHere ? HERE : ''}`}
          >
            <NetworkMark channel={inbox.channel} />
            <span className="min-w-0 flex-1 truncate" title={inbox.name}>
              {inbox.name}
            </span>
            <Count value={counts.data?.inboxes[inbox.id]} />
            <HealthDot health={inbox.health} />
          </Link>
        );
      })}
      {inboxes.data?.length === 0 && (
        <Link to="/inboxes/connect" className={`${ROW} text-accent`}>
          {t('views.connect')}
        </Link>
      )}
    </>
  );
}

function Heading({ children }: { readonly children: ReactNode }) {
  return <h2 className="px-2 pt-4 pb-1 text-s font-medium text-ink-3 first:pt-0">{children}</h2>;
}

function Count({
  value,
  isHot,
  isLoading,
}: {
  readonly value?: { count: number; isCapped: boolean } | undefined;
  readonly isHot?: boolean;
  readonly isLoading?: boolean;
}) {
  if (isLoading) return <Skeleton className="h-3 w-5" />;
  if (!value || value.count === 0) return null;
  return (
    <span className={`num flex-none font-normal ${isHot ? '!font-semibold text-alarm' : 'text-ink-2'}`}>
      {count(value.count)}
      {value.isCapped && '+'}
    </span>
  );
}
