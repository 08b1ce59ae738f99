import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { isQuiet } from '../../core/notifications/quiet.ts';
import type { NotificationList, Preferences } from '../../wire/notifications.ts';
import { whenCalled, whenWaiting } from '../api/heard-calls.ts';
import { useMe } from '../frame/use-me.ts';
import { say } from '../parts/toasts.tsx';
import { t } from '../text/t.ts';
import { showBadge } from './badge.ts';
import { noticeWords } from './notice-words.ts';
import { notificationsQuery, patchPreferences } from './queries.ts';
import { showByBrowser } from './show-by-browser.ts';
import { playSound } from './sound.ts';
import { useRead } from './use-read.ts';

/** New work that nobody has may pour in: it calls at most this often. Milliseconds. */
const WAITING_EVERY_MS = 15_000;
const OFFERED_MS = 8_000;
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Shows what calls, as the person wants it and never in their quiet hours; what is looked at is read. */
export function useCalls(unread: number): void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const read = useRead();
  const { preferences } = useMe();
  const { id: openId } = useParams({ strict: false }) as { id?: string };
  const now = useRef({ preferences, openId });
  useEffect(() => {
    now.current = { preferences, openId };
  });

  useEffect(() => showBadge(unread), [unread]);

  // For what no browser is there for: pushes and mails keep to the same hours.
  const isZoneNews = preferences !== null && preferences.seenZone !== HERE;
  useEffect(() => {
    if (isZoneNews) void patchPreferences(client, { seenZone: HERE }).catch(() => undefined);
  }, [client, isZoneNews]);

  useEffect(() => {
    if (!openId || unread === 0) return;
    const look = () => {
      const list = client.getQueryData<InfiniteData<NotificationList>>(notificationsQuery.queryKey);
      const isAbout = list?.pages.some(({ items }) =>
        items.some((one) => one.readAt === null && one.conversationId === openId),
      );
      if (isAbout && document.visibilityState === 'visible') read({ conversationId: openId });
    };
    look();
    // It may have come while another tab was in front.
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [client, openId, unread, read]);

  useEffect(() => {
    const open = (id: string | null) => {
      if (id !== null) void navigate({ to: '/desk/$id', params: { id } });
    };
    const stopCalled = whenCalled(({ notification }) => {
      const { preferences: wanted, openId: here } = now.current;
      if (!mayCall(wanted) || wanted.notify[notification.kind] === false) return;
      const isSeen = document.visibilityState === 'visible';
      if (isSeen && notification.conversationId !== null && notification.conversationId === here) return;
      const title = noticeWords(notification);
      if (wanted.sound) playSound();
      if (isSeen)
        say({
          title,
          ...(notification.text ? { detail: notification.text } : {}),
          forMs: OFFERED_MS,
          ...(notification.conversationId === null
            ? {}
            : { act: { label: t('notice.open'), run: () => open(notification.conversationId) } }),
        });
      else
        showByBrowser(
          wanted,
          { tag: notification.id, title, body: notification.text, id: notification.conversationId },
          open,
        );
    });
    let calledAt = 0;
    const stopWaiting = whenWaiting((row) => {
      const { preferences: wanted } = now.current;
      if (!mayCall(wanted) || wanted.notify.waiting === false || document.visibilityState === 'visible') return;
      if (Date.now() - calledAt < WAITING_EVERY_MS) return;
      calledAt = Date.now();
      if (wanted.sound) playSound();
      const title = t('notice.waiting', { person: row.contact.name || t('person.nameless') });
      showByBrowser(wanted, { tag: 'waiting', title, body: row.preview, id: row.id }, open);
    });
    return () => {
      stopCalled();
      stopWaiting();
    };
  }, [navigate]);
}

function mayCall(wanted: Preferences | null): wanted is Preferences {
  if (!wanted) return false;
  const zone = wanted.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return !isQuiet(wanted.quietHours, zone, new Date());
}
