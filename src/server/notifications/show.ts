import type { NotificationRow } from '../../storage/notifications/read.ts';
import type { Notification } from '../../wire/notifications.ts';

export function showNotification(row: NotificationRow): Notification {
  const { id, kind, conversationId, contactName, actorName, text } = row;
  const times = { at: row.at.toISOString(), readAt: row.readAt?.toISOString() ?? null };
  return { id, kind, conversationId, contactName, actorName, text, ...times };
}
