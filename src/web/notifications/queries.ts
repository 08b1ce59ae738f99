import { infiniteQueryOptions, type QueryClient } from '@tanstack/react-query';
import type { NotificationList, Preferences } from '../../wire/notifications.ts';
import type { Me } from '../../wire/people.ts';
import { call, query } from '../api/call.ts';
import { meQuery } from '../api/queries.ts';

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

/** How I want to be called. The page knows it from then on. */
export async function patchPreferences(client: QueryClient, change: Partial<Preferences>): Promise<void> {
  const preferences = await call<Preferences>('PATCH', '/api/me/preferences', change);
  client.setQueryData<Me>(meQuery.queryKey, (me) => me && { ...me, preferences });
}
