import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ChartColumn, Ellipsis, ListChecks, type LucideIcon, Pencil, SlidersHorizontal, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { inWords } from '../api/call.ts';
import { type Board, removeBoard } from '../api/listening.ts';
import { useMay } from '../frame/use-me.ts';
import { IconButton } from '../parts/button.tsx';
import { useConfirm } from '../parts/confirm.tsx';
import { Menu, MenuItem, MenuLine } from '../parts/menu.tsx';
import { MoveItems } from '../parts/order/move-items.tsx';
import { put } from '../parts/order/put.ts';
import { say } from '../parts/toasts.tsx';
import { t } from '../text/t.ts';
import { BoardDialog } from './board-dialog.tsx';
import { useBoardOrder } from './use-board-order.ts';
import { useListen } from './use-listen.ts';

/** Which board this is, and its two views. Null: what is said to us, which has the big picture alone. */
export function BoardHead({ board }: { readonly board: Board | null }) {
  const mayTune = useMay()('triage.manage');
  return (
    <header className="flex min-h-[52px] flex-none flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-6 max-phone:px-4">
      <div className="me-auto flex min-w-0 items-center gap-1.5 py-2">
        <h1 className="truncate text-xl font-semibold tracking-[-.01em]" dir="auto">
          {board?.name ?? t('listen.saidToUs')}
        </h1>
        {board && (
          <span className="num text-s whitespace-nowrap text-ink-3 max-phone:hidden">
            {t('listen.boardAbout', { posts: board.lastDay })}
          </span>
        )}
        {board && mayTune && <More board={board} />}
      </div>
      {board && <Tabs />}
    </header>
  );
}

function Tabs() {
  const { isPicture } = useListen();
  const tab = (isHere: boolean) =>
    `-mb-px inline-flex h-[52px] items-center gap-1.5 border-b-2 px-2 max-phone:h-11 ${isHere ? 'border-accent font-semibold' : 'border-transparent text-ink-2 hover:text-ink'}`;
  const name = (Icon: LucideIcon, words: string, isHere: boolean) => (
    <>
      <Icon size={14} aria-hidden className={isHere ? 'text-accent' : 'text-ink-3'} /> {words}
    </>
  );
  return (
    <nav aria-label={t('listen.views')} className="flex gap-2">
      <Link
        to="/listen"
        search={({ board, days }) => ({ ...(board ? { board } : {}), ...(days ? { days } : {}) })}
        aria-current={isPicture ? undefined : 'page'}
        className={tab(!isPicture)}
      >
        {name(ListChecks, t('listen.posts'), !isPicture)}
      </Link>
      <Link
        to="/listen"
        search={({ board, days }) => ({ ...(board ? { board } : {}), ...(days ? { days } : {}), show: 'picture' })}
        aria-current={isPicture ? 'page' : undefined}
        className={tab(isPicture)}
      >
        {name(ChartColumn, t('listen.picture'), isPicture)}
      </Link>
    </nav>
  );
}

function More({ board }: { readonly board: Board }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [isChanging, setChanging] = useState(false);
  const [ask, asked] = useConfirm();
  const {
    boards: { data: boards = [] },
  } = useListen();
  const keep = useBoardOrder();
  const [told, setTold] = useState('');
  const { name } = board;
  const at = boards.findIndex(({ id }) => id === board.id);
  function move(to: number) {
    setTold(t('order.moved', { name, at: to + 1, count: boards.length }));
    void keep(
      put(
        boards.map(({ id }) => id),
        board.id,
        to,
      ),
    );
  }
  async function remove() {
    const isSure = await ask({
      title: t('board.removeTitle', { name }),
      about: t('board.removeAbout'),
      act: t('board.remove'),
      isGrave: true,
    });
    if (!isSure) return;
    try {
      await removeBoard(board.id);
      say({ title: t('board.removed', { name }) });
      await navigate({ to: '/listen', search: {} });
    } catch (error) {
      say({ title: inWords(error), isBad: true });
    }
    await client.invalidateQueries({ queryKey: ['listening'] });
  }
  const icon = { size: 14, 'aria-hidden': true } as const;
  return (
    <>
      <Menu
        align="start"
        trigger={
          <IconButton label={t('board.acts')}>
            <Ellipsis size={16} aria-hidden />
          </IconButton>
        }
      >
        <MenuItem icon={<Pencil {...icon} />} onSelect={() => setChanging(true)}>
          {t('board.change')}
        </MenuItem>
        <MoveItems at={at} count={boards.length} onMove={move} />
        <MenuItem
          icon={<SlidersHorizontal {...icon} />}
          onSelect={() => void navigate({ to: '/settings/$page', params: { page: 'listening' } })}
        >
          {t('listen.rulesLong')}
        </MenuItem>
        <MenuLine />
        <MenuItem isGrave icon={<Trash2 {...icon} />} onSelect={() => void remove()}>
          {t('board.remove')}
        </MenuItem>
      </Menu>
      <p role="status" className="sr-only">
        {told}
      </p>
      {isChanging && <BoardDialog board={board} onClose={() => setChanging(false)} />}
      {asked}
    </>
  );
}
