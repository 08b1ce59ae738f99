import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { NotificationList } from '../../wire/notifications.ts';
import { inWords } from '../api/call.ts';
import { say } from '../parts/toasts.tsx';
import { notificationsQuery, readNotifications } from './queries.ts';

type Which = Parameters<typeof readNotifications>[0];

/** Marks notices read: shown at once, asked again when the server did not hear it. */
export function useRead(): (which: Which) => void {
  const client = useQueryClient();
  return useCallback(
    (which) => {
      const at = new Date().toISOString();
      const isMeant = (id: string, about: string | null) =>
        which.ids ? which.ids.includes(id) : which.conversationId === undefined || about === which.conversationId;
      client.setQueryData<InfiniteData<NotificationList, string | null>>(notificationsQuery.queryKey, (list) => {
        if (!list) return list;
        let read = 0;
        const pages = list.pages.map((page) => ({
          ...page,
          items: page.items.map((one) => {
            if (one.readAt !== null || !isMeant(one.id, one.conversationId)) return one;
            read += 1;
            return { ...one, readAt: at };
          }),
        }));
        const isAll = which.ids === undefined && which.conversationId === undefined;
        return {
          ...list,
          pages: pages.map((page) => ({ ...page, unread: isAll ? 0 : Math.max(0, page.unread - read) })),
        };
      });
      readNotifications(which).catch((error: unknown) => {
        say({ title: inWords(error), isBad: true });
        void client.invalidateQueries({ queryKey: notificationsQuery.queryKey });
      });
    },
    [client],
  );
}
