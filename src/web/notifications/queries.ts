import { infiniteQueryOptions } from '@tanstack/react-query';
import type { NotificationList } from '../../wire/notifications.ts';
import { call, query } from '../api/call.ts';

/** What called me, newest first. What comes meanwhile is told over the line and put on top. */
export const notificationsQuery = infiniteQueryOptions({
  queryKey: ['notifications'] as const,
  initialPageParam: null as string | null,
  queryFn: ({ pageParam, signal }) =>
    call<NotificationList>('GET', `/api/notifications${query({ cursor: pageParam })}`, undefined, signal),
  getNextPageParam: (page) => page.cursor,
  staleTime: 60_000,
});

/** Left out: all of them. */
export const readNotifications = (which: { readonly ids?: readonly string[]; readonly conversationId?: string }) =>
  call<unknown>('POST', '/api/notifications/read', which);
