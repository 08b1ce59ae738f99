import { Link } from '@tanstack/react-router';
import { Binoculars, Ear, type LucideIcon, MessagesSquare, Plus, SlidersHorizontal, TrendingUp } from 'lucide-react';
import type { Board } from '../api/listening.ts';
import { Count, HERE, Heading, ROW } from '../desk/views/parts.tsx';
import { useMay } from '../frame/use-me.ts';
import { Skeleton } from '../parts/states.tsx';
import { t } from '../text/t.ts';
import { SAID_TO_US } from './said-to-us.ts';
import { useListen } from './use-listen.ts';

/** On a phone they lie in one line above the posts. */
const CHIP =
  'max-phone:w-auto max-phone:flex-none max-phone:h-10 max-phone:rounded-full max-phone:bg-raised max-phone:px-3 max-phone:edge';

/** The boards, with how much waits on each, whom it is about, and where it bursts. */
export function Boards({ onMake }: { readonly onMake: (() => void) | undefined }) {
  const { boards, board, isSaidToUs } = useListen();
  const may = useMay();
  return (
    <nav
      aria-label={t('listen.boards')}
      className="flex min-h-0 min-w-0 flex-col gap-px overflow-auto border-e border-line bg-sunken px-2 pb-4 max-phone:flex-row max-phone:gap-1.5 max-phone:border-e-0 max-phone:border-b max-phone:px-3 max-phone:py-2 max-phone:[scrollbar-width:none]"
    >
      <div className="max-phone:hidden">
        <Heading>{t('listen.boards')}</Heading>
      </div>
      {boards.isPending &&
        [1, 2, 3].map((line) => <Skeleton key={line} className="m-2 h-4 max-phone:w-24 max-phone:flex-none" />)}
      {boards.data?.map((one) => (
        <Line key={one.id} board={one} isHere={one.id === board?.id && !isSaidToUs} />
      ))}
      {boards.data && boards.data.length > 0 && (
        <Link
          to="/listen"
          search={(old) => ({ board: SAID_TO_US, ...(old.days ? { days: old.days } : {}) })}
          aria-current={isSaidToUs ? 'page' : undefined}
          className={`${ROW} ${CHIP} phone:mt-3 ${isSaidToUs ? HERE : ''}`}
        >
          <Sign icon={MessagesSquare} words={t('listen.saidToUsLong')} />
          <span className="min-w-0 flex-1 truncate">{t('listen.saidToUs')}</span>
        </Link>
      )}
      {onMake && boards.data && (
        <button type="button" onClick={onMake} className={`${ROW} ${CHIP} text-accent phone:mt-3`}>
          <Plus size={14} aria-hidden className="flex-none" />
          <span className="truncate">{t('board.new')}</span>
        </button>
      )}
      {may('triage.manage') && (
        <Link to="/settings/$page" params={{ page: 'listening' }} className={`${ROW} ${CHIP} text-accent`}>
          <SlidersHorizontal size={14} aria-hidden className="flex-none" />
          <span className="truncate">{t('listen.rulesLong')}</span>
        </Link>
      )}
    </nav>
  );
}

function Line({ board, isHere }: { readonly board: Board; readonly isHere: boolean }) {
  const { id, name, kind, waiting, spike } = board;
  const isOwn = kind === 'own';
  return (
    <Link
      to="/listen"
      search={(old) => ({
        board: id,
        ...(old.show ? { show: old.show } : {}),
        ...(old.days ? { days: old.days } : {}),
      })}
      aria-current={isHere ? 'page' : undefined}
      className={`${ROW} ${CHIP} ${isHere ? `${HERE} max-phone:bg-accent-soft max-phone:text-accent` : ''}`}
    >
      <Sign icon={isOwn ? Ear : Binoculars} words={t(`listen.${kind}`)} />
      <span className="min-w-0 flex-1 truncate max-phone:max-w-[150px]" title={name} dir="auto">
        {name}
      </span>
      {spike && <TrendingUp size={14} role="img" aria-label={t('listen.spikeNow')} className="flex-none text-alarm" />}
      <Count value={waiting} isHot={isOwn && spike !== null} />
    </Link>
  );
}

function Sign({ icon: Icon, words }: { readonly icon: LucideIcon; readonly words: string }) {
  return (
    <span title={words} className="flex-none text-ink-3">
      <Icon size={14} role="img" aria-label={words} />
    </span>
  );
}
