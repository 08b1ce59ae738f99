import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ArrowDown, ArrowUp, Ellipsis, Pencil, Plus, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { SavedView } from '../../../wire/views.ts';
import { inWords } from '../../api/call.ts';
import { countsQuery, teamsQuery, viewsQuery } from '../../api/queries.ts';
import { deleteView, patchView } from '../../api/view-acts.ts';
import { useMay } from '../../frame/use-me.ts';
import { IconButton } from '../../parts/button.tsx';
import { useConfirm } from '../../parts/confirm.tsx';
import { Menu, MenuItem, MenuLine } from '../../parts/menu.tsx';
import { say } from '../../parts/toasts.tsx';
import { t } from '../../text/t.ts';
import { useDesk } from '../use-desk.ts';
import { Count, HERE, Heading, ROW } from './parts.tsx';

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
                  className="-mb-1 !size-6 max-phone:!size-10"
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
                    className={`${ROW} ${isHere ? HERE : ''} ${view.mayChange ? 'pe-8 max-phone:pe-12' : ''}`}
                  >
                    <span className="min-w-0 flex-1 truncate" title={view.name}>
                      {view.name}
                    </span>
                    <Count value={counts.data?.saved[view.id]} isLoading={counts.isPending} />
                  </Link>
                  {view.mayChange && <ViewMenu view={view} group={group} onEdit={() => setAsked({ view })} />}
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

function ViewMenu({
  view,
  group,
  onEdit,
}: {
  readonly view: SavedView;
  readonly group: readonly SavedView[];
  readonly onEdit: () => void;
}) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { list } = useDesk();
  const [ask, question] = useConfirm();
  const at = group.indexOf(view);
  async function run(work: () => Promise<unknown>) {
    try {
      await work();
    } catch (error) {
      say({ title: inWords(error), isBad: true });
    }
    await client.invalidateQueries({ queryKey: ['views'] });
  }
  function move(by: 1 | -1) {
    const order = group.filter((one) => one !== view);
    order.splice(at + by, 0, view);
    const moved = order.flatMap((one, position) =>
      one.position === position || !one.mayChange ? [] : [{ one, position }],
    );
    void run(() => Promise.all(moved.map(({ one, position }) => patchView(one.id, { position }))));
  }
  async function remove() {
    const isSure = await ask({
      title: t('view.deleteAsk', { name: view.name }),
      about: t('view.deleteAbout'),
      act: t('view.delete'),
      isGrave: true,
    });
    if (!isSure) return;
    if (list.saved === view.id) void navigate({ to: '/desk', search: {} });
    await run(() => deleteView(view.id));
  }
  return (
    <span className="absolute end-1 top-1/2 -translate-y-1/2 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 has-data-popup-open:opacity-100 [@media(hover:none)]:opacity-100">
      <Menu
        trigger={
          <IconButton label={t('view.menu', { name: view.name })} className="!size-6 max-phone:!size-10">
            <Ellipsis size={14} aria-hidden />
          </IconButton>
        }
      >
        <MenuItem icon={<Pencil size={14} aria-hidden />} onSelect={onEdit}>
          {t('view.change')}
        </MenuItem>
        <MenuItem icon={<ArrowUp size={14} aria-hidden />} disabled={at === 0} onSelect={() => move(-1)}>
          {t('view.up')}
        </MenuItem>
        <MenuItem
          icon={<ArrowDown size={14} aria-hidden />}
          disabled={at === group.length - 1}
          onSelect={() => move(1)}
        >
          {t('view.down')}
        </MenuItem>
        <MenuLine />
        <MenuItem icon={<Trash2 size={14} aria-hidden />} isGrave onSelect={() => void remove()}>
          {t('view.delete')}
        </MenuItem>
      </Menu>
      {question}
    </span>
  );
}
