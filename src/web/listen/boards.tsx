import { Link } from '@tanstack/react-router';
import { Binoculars, Ear, type LucideIcon, MessagesSquare, Plus, SlidersHorizontal, TrendingUp } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Board } from '../api/listening.ts';
import { Count, HERE, Heading, ROW } from '../desk/views/parts.tsx';
import { useMay } from '../frame/use-me.ts';
import { Ordered } from '../parts/order/ordered.tsx';
import { Skeleton } from '../parts/states.tsx';
import { t } from '../text/t.ts';
import { SAID_TO_US } from './said-to-us.ts';
import { useBoardOrder } from './use-board-order.ts';
import { useListen } from './use-listen.ts';

/** On a phone they lie in one line above the posts. */
const CHIP =
  'max-phone:w-auto max-phone:flex-none max-phone:h-10 max-phone:rounded-full max-phone:bg-raised max-phone:px-3 max-phone:edge';

/** Goes where its grip is seen. */
const SIGN =
  'phone:group-hover:opacity-0 phone:group-has-[[data-grip]:focus-visible]:opacity-0 phone:group-has-[[data-popup-open]]:opacity-0';

/** The boards, with how much waits on each, whom it is about, and where it bursts. */
export function Boards({ onMake }: { readonly onMake: (() => void) | undefined }) {
  const { boards, board, isSaidToUs } = useListen();
  const may = useMay();
  const keep = useBoardOrder();
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
      {boards.data && boards.data.length > 0 && (
        <Ordered
          label={t('listen.boards')}
          items={boards.data}
          keep={keep}
          className="grid gap-px max-phone:contents"
          gripClass="absolute inset-y-0 start-0.5 z-10 w-6 opacity-0 group-hover:opacity-100 focus-visible:opacity-100 data-popup-open:opacity-100 [@media(hover:none)]:opacity-100"
        >
          {(one, { isHeld, grip }) => (
            <Line
              board={one}
              isHere={one.id === board?.id && !isSaidToUs}
              isHeld={isHeld}
              grip={may('triage.manage') && boards.data.length > 1 ? grip : null}
            />
          )}
        </Ordered>
      )}
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

function Line({
  board,
  isHere,
  isHeld,
  grip,
}: {
  readonly board: Board;
  readonly isHere: boolean;
  readonly isHeld: boolean;
  /** It takes the place of the sign while somebody points at the line. */
  readonly grip: ReactNode;
}) {
  const { id, name, kind, waiting, spike } = board;
  const isOwn = kind === 'own';
  return (
    <li className={`group relative flex-none ${isHeld ? 'rounded-small bg-accent-soft' : ''}`}>
      {grip && <span className="max-phone:hidden">{grip}</span>}
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
        <span className={grip ? SIGN : ''}>
          <Sign icon={isOwn ? Ear : Binoculars} words={t(`listen.${kind}`)} />
        </span>
        <span className="min-w-0 flex-1 truncate max-phone:max-w-[150px]" title={name} dir="auto">
          {name}
        </span>
        {spike && (
          <TrendingUp size={14} role="img" aria-label={t('listen.spikeNow')} className="flex-none text-alarm" />
        )}
        <Count value={waiting} isHot={isOwn && spike !== null} />
      </Link>
    </li>
  );
}

function Sign({ icon: Icon, words }: { readonly icon: LucideIcon; readonly words: string }) {
  return (
    <span title={words} className="flex-none text-ink-3">
      <Icon size={14} role="img" aria-label={words} />
    </span>
  );
}
