import { Popover } from '@base-ui/react/popover';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import {
  AlarmClock,
  AtSign,
  CalendarCheck,
  CircleAlert,
  EyeOff,
  ListTodo,
  type LucideIcon,
  MessageSquare,
  SlidersHorizontal,
  Timer,
  TrendingUp,
  Unplug,
  UserPlus,
  UserRoundMinus,
  Webhook,
} from 'lucide-react';
import { type RefObject, useRef } from 'react';
import type { Notification, NotificationKind } from '../../wire/notifications.ts';
import { Button } from '../parts/button.tsx';
import { Empty, LoadFailed, Loading, Skeleton } from '../parts/states.tsx';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { momentWords } from '../time/words.ts';
import { BrowserAsk } from './browser-ask.tsx';
import { noticeWords } from './notice-words.ts';
import { notificationsQuery } from './queries.ts';
import { useRead } from './use-read.ts';

const ICONS: Record<NotificationKind, LucideIcon> = {
  mention: AtSign,
  assigned: UserPlus,
  passed_on: UserRoundMinus,
  new_message: MessageSquare,
  waiting: AlarmClock,
  task: ListTodo,
  promise_due: CalendarCheck,
  clock_warned: Timer,
  clock_breached: Timer,
  opened_and_left: EyeOff,
  send_failed: CircleAlert,
  inbox_alert: Unplug,
  webhook_off: Webhook,
  spike: TrendingUp,
};

/** What called me: the latest first, unread ones marked; each leads to where it is about. */
export function BellPanel({
  anchor,
  onClose,
}: {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}) {
  const list = useInfiniteQuery(notificationsQuery);
  const read = useRead();
  const popup = useRef<HTMLDivElement>(null);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const unread = list.data?.pages[0]?.unread ?? 0;
  const open = (id: string) => {
    read({ ids: [id] });
    onClose();
  };
  return (
    <Popover.Root
      open
      onOpenChange={(isOpen, { event }) => {
        // The bell itself closes it too; both at once would open it again.
        if (!isOpen && !(event.target instanceof Node && anchor.current?.contains(event.target))) onClose();
      }}
    >
      <Popover.Portal>
        <Popover.Positioner
          anchor={anchor}
          side="inline-end"
          align="start"
          sideOffset={8}
          alignOffset={-8}
          collisionPadding={8}
          className="z-40 outline-none"
        >
          <Popover.Popup
            ref={popup}
            initialFocus={popup}
            data-takes-keys
            className="flex max-h-[min(560px,calc(100dvh-24px))] w-[min(380px,calc(100vw-16px))] flex-col overflow-hidden rounded-large bg-raised shadow-lift outline-none"
          >
            <div className="flex flex-none items-center gap-1 border-b border-line py-2 ps-4 pe-2">
              <Popover.Title className="me-auto text-l font-semibold">{t('bell.title')}</Popover.Title>
              {unread > 0 && (
                <Button look="quiet" onClick={() => read({})}>
                  {t('bell.readAll')}
                </Button>
              )}
              <Link
                to="/settings/$page"
                params={{ page: 'notifications' }}
                onClick={onClose}
                aria-label={t('bell.settings')}
                title={t('bell.settings')}
                className="grid size-[30px] place-items-center rounded-small text-ink-2 hover:bg-sunken hover:text-ink max-phone:size-10"
              >
                <SlidersHorizontal size={15} aria-hidden />
              </Link>
            </div>
            <BrowserAsk />
            <div className="min-h-0 flex-1 overflow-auto">
              {list.isPending ? (
                <Waiting />
              ) : list.isError && items.length === 0 ? (
                <LoadFailed what={t('bell.what')} error={list.error} onRetry={() => void list.refetch()} />
              ) : items.length === 0 ? (
                <Empty title={t('bell.none')}>{t('bell.noneAbout')}</Empty>
              ) : (
                <ul>
                  {items.map((notice) => (
                    <Line key={notice.id} notice={notice} onOpen={() => open(notice.id)} />
                  ))}
                </ul>
              )}
              {list.hasNextPage && (
                <div className="grid place-items-center p-2">
                  <Button look="quiet" isBusy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                    {t('bell.more')}
                  </Button>
                </div>
              )}
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Line({ notice, onOpen }: { readonly notice: Notification; readonly onOpen: () => void }) {
  const now = useNow();
  const Icon = ICONS[notice.kind];
  const isUnread = notice.readAt === null;
  const content = (
    <>
      <Icon
        size={16}
        strokeWidth={1.7}
        aria-hidden
        className={`mt-0.5 ${notice.kind === 'send_failed' ? 'text-alarm' : 'text-ink-3'}`}
      />
      <span className="min-w-0">
        <span className={`block truncate ${isUnread ? 'font-semibold' : ''}`} dir="auto">
          {noticeWords(notice)}
        </span>
        {notice.text && (
          <span className="clamp-2 text-ink-2 [overflow-wrap:anywhere]" dir="auto">
            {notice.text}
          </span>
        )}
      </span>
      <span className="flex items-center gap-1.5 self-start">
        <span className="num text-s text-ink-3">{momentWords(notice.at, now)}</span>
        {isUnread && <span role="img" aria-label={t('bell.unread')} className="size-2 rounded-full bg-accent" />}
      </span>
    </>
  );
  const look =
    'grid w-full grid-cols-[16px_minmax(0,1fr)_auto] gap-x-3 border-b border-line px-4 py-2.5 text-start outline-offset-[-2px] hover:bg-sunken';
  return (
    <li>
      {notice.conversationId ? (
        <Link to="/desk/$id" params={{ id: notice.conversationId }} onClick={onOpen} className={look}>
          {content}
        </Link>
      ) : notice.spike ? (
        <Link
          to="/listen"
          search={{ board: notice.spike.boardId, show: 'picture', spike: notice.spike.id }}
          onClick={onOpen}
          className={look}
        >
          {content}
        </Link>
      ) : notice.inboxId ? (
        <Link to="/inboxes/$id" params={{ id: notice.inboxId }} onClick={onOpen} className={look}>
          {content}
        </Link>
      ) : (
        <button type="button" onClick={onOpen} className={look}>
          {content}
        </button>
      )}
    </li>
  );
}

function Waiting() {
  return (
    <Loading label={t('bell.loading')}>
      <div className="grid gap-4 p-4">
        {[1, 2, 3].map((row) => (
          <Skeleton key={row} className="h-8" />
        ))}
      </div>
    </Loading>
  );
}
