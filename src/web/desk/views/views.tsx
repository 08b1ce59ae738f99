import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { VIEWS } from '../../../core/conversation/view.ts';
import { countsQuery, inboxesQuery } from '../../api/queries.ts';
import { useMay } from '../../frame/use-me.ts';
import { HealthDot } from '../../inboxes/health-dot.tsx';
import { NetworkMark } from '../../parts/network-mark.tsx';
import { Skeleton } from '../../parts/states.tsx';
import { t } from '../../text/t.ts';
import { searchOf } from '../desk-search.ts';
import { useDesk } from '../use-desk.ts';
import { Count, HERE, Heading, ROW } from './parts.tsx';
import { SavedViews } from './saved-views.tsx';
import { VIEW_NAMES } from './view-names.ts';

/** The lists, with how much waits in each; then the inboxes, with how each is doing. */
export function Views({ onChoose }: { readonly onChoose?: () => void }) {
  const { list } = useDesk();
  const may = useMay();
  const counts = useQuery(countsQuery);
  return (
    <nav aria-label={t('views.label')} className="flex flex-col gap-px px-2 pb-4">
      <Heading>{t('views.waiting')}</Heading>
      {VIEWS.map((view) => {
        const isHere = list.saved === null && list.view === view && list.inbox === null;
        return (
          <Link
            key={view}
            to="/desk"
            search={searchOf(view)}
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
      <SavedViews onChoose={onChoose} />
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
          {t('inboxes.connect')}
        </Link>
      )}
    </>
  );
}
