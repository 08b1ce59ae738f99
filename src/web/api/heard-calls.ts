import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { ConversationRow } from '../../wire/conversations.ts';
import type { NotificationList } from '../../wire/notifications.ts';
import type { Heard } from '../../wire/realtime.ts';

type Called = Extract<Heard, { type: 'notification' }>;
type Listener = (called: Called) => void;
const listeners = new Set<Listener>();

/** Something calls this person, just now. */
export function whenCalled(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

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
  if (heard.type === 'unread') void client.invalidateQueries({ queryKey: ['notifications'] });
  else for (const listener of listeners) listener(heard);
}

const waitListeners = new Set<(row: ConversationRow) => void>();
/** So young a message calls; an older row only changed in some other way. Milliseconds. */
const JUST_NOW_MS = 30_000;

/** Somebody has just begun to wait whom nobody has taken. */
export function whenWaiting(listener: (row: ConversationRow) => void): () => void {
  waitListeners.add(listener);
  return () => void waitListeners.delete(listener);
}

export function hearWaiting(rows: readonly ConversationRow[], now: number): void {
  if (waitListeners.size === 0) return;
  const isNew = (row: ConversationRow) =>
    row.attention === 'needs_answer' &&
    row.assigneeId === null &&
    row.openedAt === null &&
    !row.isMuted &&
    row.lastInboundAt !== null &&
    now - Date.parse(row.lastInboundAt) < JUST_NOW_MS;
  const row = rows.find(isNew);
  if (row) for (const listener of waitListeners) listener(row);
}
