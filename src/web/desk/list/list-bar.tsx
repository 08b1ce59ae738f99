import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ChevronDown, ListFilter, Search } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Sort } from '../../../core/conversation/filter.ts';
import type { ListKey } from '../../api/list-key.ts';
import { countsQuery, inboxesQuery, viewsQuery } from '../../api/queries.ts';
import { useMay } from '../../frame/use-me.ts';
import { openPalette } from '../../palette/state.ts';
import { IconButton } from '../../parts/button.tsx';
import { expect } from '../../parts/held-keys.ts';
import { useKeys } from '../../parts/use-keys.ts';
import { t } from '../../text/t.ts';
import { count } from '../../time/words.ts';
import { useDesk } from '../use-desk.ts';
import { VIEW_NAMES } from '../views/view-names.ts';
import { countOf } from './use-missing.ts';

const ViewsDialog = lazy(() => import('../views/views-dialog.tsx').then((part) => ({ default: part.ViewsDialog })));

/** The lists whose own order is none of those that can be asked for. */
const OWN_ORDER: Partial<Record<ListKey['view'], 'sort.opened' | 'sort.promised' | 'sort.snoozed' | 'sort.newest'>> = {
  opened_and_left: 'sort.opened',
  promised: 'sort.promised',
  snoozed: 'sort.snoozed',
  all: 'sort.newest',
};

/** Which list this is, its order, and the ways to narrow it and to search. Where the views have no column of their own, they open from its name. */
export function ListBar() {
  const { list } = useDesk();
  const navigate = useNavigate();
  const may = useMay();
  const counts = useQuery(countsQuery);
  const inboxes = useQuery({ ...inboxesQuery, enabled: may('inboxes.read') });
  const views = useQuery(viewsQuery);
  const [isOpen, setOpen] = useState(false);
  const inbox = inboxes.data?.find((one) => one.id === list.inbox);
  const saved = views.data?.find(({ id }) => id === list.saved);
  const name = list.saved === null ? t(VIEW_NAMES[list.view]) : (saved?.name ?? t('view.one'));
  const known = countOf(list, counts.data);
  const startSearch = () => {
    expect('search');
    void navigate({ to: '.', search: (old) => ({ ...old, q: '' }) as never });
  };
  const filter = () => openPalette('filter');
  const order = () => openPalette('sort');
  useKeys({ '/': startSearch, f: filter, o: order });
  const sort: Sort | undefined = list.sort ?? saved?.sort;
  const sortWords = t(sort ? `sort.${sort}` : (OWN_ORDER[list.view] ?? 'sort.priority'));
  return (
    <div className="flex-none border-b border-line ps-4 pe-2 pt-2 pb-1.5">
      <div className="flex items-center gap-2">
        <h1 className="flex min-w-0 text-xl font-semibold tracking-[-.01em]">
          <span className="truncate max-desk:hidden" title={name}>
            {name}
          </span>
          <button
            type="button"
            onClick={() => setOpen(true)}
            className="flex min-w-0 items-center gap-1 max-phone:h-10 desk:hidden"
          >
            <span className="truncate">{inbox ? inbox.name : name}</span>
            <ChevronDown size={16} aria-hidden className="flex-none text-ink-3" />
          </button>
        </h1>
        {known && list.view !== 'all' && (
          <span className="num text-ink-2">
            {count(known.count)}
            {known.isCapped && '+'}
          </span>
        )}
        <IconButton label={t('filter.open')} shortcut="f" onClick={filter} className="ms-auto">
          <ListFilter size={16} aria-hidden />
        </IconButton>
        <IconButton label={t('search.open')} shortcut="/" onClick={startSearch} className="-ms-1.5">
          <Search size={16} aria-hidden />
        </IconButton>
      </div>
      <div className="flex items-center gap-1 text-s text-ink-2">
        <button
          type="button"
          onClick={order}
          aria-keyshortcuts="o"
          title={`${t('sort.label')} (o)`}
          className="-ms-1 inline-flex items-center gap-0.5 rounded-small px-1 hover:text-ink max-phone:min-h-10"
        >
          {sortWords}
          <ChevronDown size={12} aria-hidden />
        </button>
        {inbox && (
          <span className="min-w-0 truncate max-desk:hidden" title={inbox.name}>
            · {inbox.name}
          </span>
        )}
      </div>
      {isOpen && (
        <Suspense>
          <ViewsDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
