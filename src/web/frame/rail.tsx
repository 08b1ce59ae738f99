import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps, useRouterState } from '@tanstack/react-router';
import { AudioLines, Cable, CircleHelp, Inbox, ReceiptText, SlidersHorizontal, Smartphone, Users } from 'lucide-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { boardsQuery, waitingOn } from '../api/listening.ts';
import { Bell } from '../notifications/bell.tsx';
import { Avatar } from '../parts/avatar.tsx';
import { t } from '../text/t.ts';
import { BarWord, MoreInBar, SearchInBar } from '../touch/bar-ends.tsx';
import { roomOf } from '../touch/rooms.ts';
import { AwayToggle } from './away-toggle.tsx';
import { Ear } from './ear.tsx';
import { useMay, useMe } from './use-me.ts';

const Guide = lazy(() => import('../guide/guide.tsx').then((part) => ({ default: part.Guide })));

const ROOM =
  'grid size-9 place-items-center rounded-medium text-ink-2 transition-colors hover:text-ink max-phone:h-12 max-phone:w-auto max-phone:min-w-16 max-phone:content-center max-phone:gap-0.5';

/** The rooms. On a phone it lies at the bottom, under the thumb, with few entries; whoever reads has the whole screen. */
export function Rail({ onHelp }: { readonly onHelp: () => void }) {
  const me = useMe();
  const may = useMay();
  const isReading = useRouterState({
    select: ({ location }) => ['conversation', 'person'].includes(roomOf(location.pathname, location.search) ?? ''),
  });
  return (
    <nav
      aria-label={t('rail.rooms')}
      className={`flex flex-col items-center gap-1 border-e border-line bg-sunken py-3 max-phone:row-start-2 max-phone:flex-row max-phone:justify-around max-phone:border-t max-phone:border-e-0 max-phone:px-2 max-phone:py-1 max-phone:pb-[max(4px,env(safe-area-inset-bottom))] phone:overflow-y-auto phone:[scrollbar-width:none] ${isReading ? 'max-phone:hidden' : ''}`}
    >
      <Ear className="mb-4 text-accent max-phone:hidden" />
      <Room to="/desk" label={t('rail.desk')}>
        <Inbox size={18} strokeWidth={1.7} aria-hidden />
        <BarWord>{t('bar.desk')}</BarWord>
      </Room>
      <SearchInBar className={ROOM} />
      {may('conversations.read') && <Listening />}
      {may('contacts.read') && (
        <Room to="/people" label={t('rail.people')} isInMore>
          <Users size={18} strokeWidth={1.7} aria-hidden />
        </Room>
      )}
      {may('inboxes.read') && (
        <Room to="/inboxes" label={t('rail.inboxes')} isInMore>
          <Cable size={18} strokeWidth={1.7} aria-hidden />
        </Room>
      )}
      {may('ledger.read') && (
        <Room to="/ledger" label={t('rail.ledger')} isInMore>
          <ReceiptText size={18} strokeWidth={1.7} aria-hidden />
        </Room>
      )}
      {me.workspace.isPractice && may('practice.use') && (
        <Link
          to="/practice"
          target="_blank"
          aria-label={t('rail.practice')}
          title={t('rail.practice')}
          className={`${ROOM} max-phone:hidden`}
        >
          <Smartphone size={18} strokeWidth={1.7} aria-hidden />
        </Link>
      )}
      <span className="mt-auto max-phone:hidden" />
      {me.workspace.isPractice && may('practice.use') && (
        <Suspense>
          <Guide className={`${ROOM} max-phone:hidden`} />
        </Suspense>
      )}
      {me.agent && <Bell className={ROOM} />}
      {me.agent && may('messages.send') && <AwayToggle className={ROOM} />}
      <button
        type="button"
        onClick={onHelp}
        aria-label={t('rail.keys')}
        title={t('rail.keys')}
        className={`${ROOM} max-phone:hidden`}
      >
        <CircleHelp size={18} strokeWidth={1.7} aria-hidden />
      </button>
      <Room to="/settings" label={t('rail.settings')} isInMore>
        <SlidersHorizontal size={18} strokeWidth={1.7} aria-hidden />
      </Room>
      <Account />
      <MoreInBar className={ROOM} />
    </nav>
  );
}

function Room({
  to,
  label,
  isInMore,
  children,
}: {
  readonly to: NonNullable<LinkProps['to']>;
  readonly label: string;
  /** On a phone it is behind the last entry. */
  readonly isInMore?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <Link
      to={to}
      aria-label={label}
      title={label}
      className={`${ROOM} ${isInMore ? 'max-phone:hidden' : ''}`}
      activeProps={{ className: 'bg-raised !text-accent shadow-[0_0_0_1px_var(--line)]' }}
    >
      {children}
    </Link>
  );
}

/** With how much waits on the boards that are about us. */
function Listening() {
  const { data: boards = [] } = useQuery(boardsQuery);
  const waiting = waitingOn(boards);
  return (
    <Room to="/listen" label={waiting ? t('rail.listenWaits', { count: waiting }) : t('rail.listen')} isInMore>
      <span className="relative">
        <AudioLines size={18} strokeWidth={1.7} aria-hidden />
        {waiting && (
          <span
            aria-hidden="true"
            className="num absolute start-3 -top-2.5 min-w-4 rounded-full bg-accent px-1 text-center text-[10px] leading-4 font-semibold text-on-accent"
          >
            {waiting}
          </span>
        )}
      </span>
    </Room>
  );
}

function Account() {
  const me = useMe();
  const name = me.agent?.name ?? t('rail.token');
  const label = t('rail.account', { name });
  return (
    <Link to="/settings" aria-label={label} title={label} className="mt-1 rounded-full max-phone:hidden">
      <Avatar name={name} size={28} tone="ours" />
    </Link>
  );
}
