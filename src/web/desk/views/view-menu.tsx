import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ArrowDown, ArrowUp, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { SavedView } from '../../../wire/views.ts';
import { inWords } from '../../api/call.ts';
import { deleteView, patchView } from '../../api/view-acts.ts';
import { IconButton } from '../../parts/button.tsx';
import { useConfirm } from '../../parts/confirm.tsx';
import { Menu, MenuItem, MenuLine } from '../../parts/menu.tsx';
import { say } from '../../parts/toasts.tsx';
import { t } from '../../text/t.ts';
import { useDesk } from '../use-desk.ts';

/** What may be done with a view. It opens as soon as it is there: that is what it was fetched for. */
export function ViewMenu({
  view,
  group,
  onEdit,
}: {
  readonly view: SavedView;
  readonly group: readonly SavedView[];
  readonly onEdit: () => void;
}) {
  const [isOpen, setOpen] = useState(true);
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
    <>
      <Menu
        isOpen={isOpen}
        onOpenChange={setOpen}
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
    </>
  );
}
