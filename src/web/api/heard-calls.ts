import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { ConversationRow } from '../../wire/conversations.ts';
import type { NotificationList } from '../../wire/notifications.ts';
import type { Heard } from '../../wire/realtime.ts';
import { createListeners } from '../parts/listeners.ts';

type Called = Extract<Heard, { type: 'notification' }>;
const calls = createListeners<[called: Called]>();
/** Something calls this person, just now. */
export const whenCalled = calls.listen;

/** Keeps the list of notices true, and lets those know who show them. */
export function hearCall(client: QueryClient, heard: Called | Extract<Heard, { type: 'unread' }>): void {
  client.setQueryData<InfiniteData<NotificationList>>(['notifications'], (list) => {
    const [first, ...others] = list?.pages ?? [];
    if (!list || !first) return list;
    const items =
      heard.type === 'notification'
        ? [heard.notification, ...first.items.filter(({ id }) => id !== heard.notification.id)]
        : first.items;
    return { ...list, pages: [{ ...first, items, unread: heard.unread }, ...others] };
  });
  // What is being read now may be older than this, and take its place.
  const isBeingRead = client.isFetching({ queryKey: ['notifications'] }) > 0;
  if (heard.type === 'unread' || isBeingRead)
    void client.invalidateQueries({ queryKey: ['notifications'] }, { cancelRefetch: false });
  if (heard.type === 'notification') calls.tell(heard);
}

const waits = createListeners<[row: ConversationRow]>();
/** Somebody has just begun to wait whom nobody has taken. */
export const whenWaiting = waits.listen;
/** So young a message calls; an older row only changed in some other way. Milliseconds. */
const JUST_NOW_MS = 30_000;

export function hearWaiting(rows: readonly ConversationRow[], now: number): void {
  const isNew = (row: ConversationRow) =>
    row.attention === 'needs_answer' &&
    row.assigneeId === null &&
    row.openedAt === null &&
    !row.isMuted &&
    row.lastInboundAt !== null &&
    now - Date.parse(row.lastInboundAt) < JUST_NOW_MS;
  const row = rows.find(isNew);
  if (row) waits.tell(row);
}
