import type { withDefaults } from '../../core/notifications/preferences.ts';
import { readSpike } from '../../core/notifications/words.ts';
import type { NotificationRow } from '../../storage/notifications/read.ts';
import type { Notification, Preferences } from '../../wire/notifications.ts';

export function showNotification(row: NotificationRow): Notification {
  const { id, kind, conversationId, inboxId, inboxName, contactName, actorName, text } = row;
  const times = { at: row.at.toISOString(), readAt: row.readAt?.toISOString() ?? null };
  const spike = conversationId ? null : readSpike(row.spike);
  return { id, kind, conversationId, inboxId, inboxName, contactName, actorName, spike, text, ...times };
}

export function showPreferences(chosen: ReturnType<typeof withDefaults>): Preferences {
  const { quietHours } = chosen;
  return { ...chosen, quietHours: quietHours && { ...quietHours, days: [...quietHours.days] } };
}
