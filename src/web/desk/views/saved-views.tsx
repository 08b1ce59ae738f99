import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Ellipsis, Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { SavedView } from '../../../wire/views.ts';
import { countsQuery, teamsQuery, viewsQuery } from '../../api/queries.ts';
import { useMay } from '../../frame/use-me.ts';
import { IconButton } from '../../parts/button.tsx';
import { t } from '../../text/t.ts';
import { useDesk } from '../use-desk.ts';
import { Count, HERE, Heading, ROW } from './parts.tsx';

const ViewMenu = lazy(() => import('./view-menu.tsx').then((part) => ({ default: part.ViewMenu })));
const ViewDialog = lazy(() => import('./view-dialog.tsx').then((part) => ({ default: part.ViewDialog })));
type Asked = { readonly view: SavedView | null } | null;

/** The lists that people made: one's own, those of one's teams, those of everybody. */
export function SavedViews({ onChoose }: { readonly onChoose: (() => void) | undefined }) {
  const { list } = useDesk();
  const views = useQuery(viewsQuery);
  const counts = useQuery(countsQuery);
  const may = useMay();
  const { data: teams = [] } = useQuery({ ...teamsQuery, enabled: may('agents.read') });
  const [asked, setAsked] = useState<Asked>(null);
  const all = views.data ?? [];
  const groups = [
    { title: t('views.own'), views: all.filter(({ audience }) => audience === 'me') },
    ...teams.map(({ id, name }) => ({ title: name, views: all.filter(({ teamId }) => teamId === id) })),
    { title: t('views.everybody'), views: all.filter(({ audience }) => audience === 'everybody') },
  ];
  return (
    <>
      {groups.map(({ title, views: group }, index) =>
        group.length === 0 && index > 0 ? null : (
          <div key={title} className="contents">
            <div className="flex items-end justify-between">
              <Heading>{title}</Heading>
              {index === 0 && (
                <IconButton
                  label={t('view.new')}
                  onClick={() => setAsked({ view: null })}
                  className="!size-6 max-phone:!-mb-1.5 max-phone:!size-10"
                >
                  <Plus size={14} aria-hidden />
                </IconButton>
              )}
            </div>
            {group.map((view) => {
              const isHere = list.saved === view.id;
              return (
                <div key={view.id} className="group relative">
                  <Link
                    to="/desk"
                    search={{ saved: view.id }}
                    onClick={() => onChoose?.()}
                    aria-current={isHere ? 'page' : undefined}
                    className={`${ROW} ${isHere ? HERE : ''}`}
                  >
                    <span className="min-w-0 flex-1 truncate" title={view.name}>
                      {view.name}
                    </span>
                    <span
                      className={
                        view.mayChange
                          ? 'group-focus-within:invisible group-hover:invisible [@media(hover:none)]:!visible [@media(hover:none)]:me-9'
                          : ''
                      }
                    >
                      <Count value={counts.data?.saved[view.id]} isLoading={counts.isPending} />
                    </span>
                  </Link>
                  {view.mayChange && <MoreAbout view={view} group={group} onEdit={() => setAsked({ view })} />}
                </div>
              );
            })}
          </div>
        ),
      )}
      {all.length === 0 && !views.isPending && <p className="px-2 pb-1 text-s text-ink-3">{t('views.ownNone')}</p>}
      {asked && (
        <Suspense>
          <ViewDialog view={asked.view} onClose={() => setAsked(null)} />
        </Suspense>
      )}
    </>
  );
}

/** Fetched when it is first wanted: most views are only looked at. */
function MoreAbout(about: {
  readonly view: SavedView;
  readonly group: readonly SavedView[];
  readonly onEdit: () => void;
}) {
  const [isWanted, setWanted] = useState(false);
  const button = (
    <IconButton
      label={t('view.menu', { name: about.view.name })}
      onClick={() => setWanted(true)}
      className="!size-6 max-phone:!size-10"
    >
      <Ellipsis size={14} aria-hidden />
    </IconButton>
  );
  return (
    <span className="absolute end-1 top-1/2 -translate-y-1/2 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 has-data-popup-open:opacity-100 [@media(hover:none)]:opacity-100">
      {isWanted ? (
        <Suspense fallback={button}>
          <ViewMenu {...about} />
        </Suspense>
      ) : (
        button
      )}
    </span>
  );
}
