import { z } from 'zod';
import { NOTIFICATION_KINDS } from '../core/notifications/kinds.ts';
import { Cursor, Id, Instant } from './common.ts';

export const NotificationKind = z.enum(NOTIFICATION_KINDS);
export const Notification = z.object({
  id: Id,
  kind: NotificationKind,
  conversationId: Id.nullable(),
  inboxId: Id.nullable(),
  inboxName: z.string().nullable(),
  contactName: z.string().nullable(),
  actorName: z.string().nullable(),
  spike: z.object({ id: Id, boardId: Id }).nullable().describe('Of a spike on a board'),
  text: z.string().describe('What was said, or what is due; shortened'),
  at: Instant,
  readAt: Instant.nullable(),
});
export const NotificationQuery = z.object({
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export const NotificationList = z.object({
  items: z.array(Notification),
  cursor: Cursor.nullable(),
  unread: z.number().describe('Up to 100'),
});
export const ReadNotifications = z.object({
  ids: z.array(Id).max(200).optional().describe('Left out: all of them'),
  conversationId: Id.optional().describe('All that are about this one'),
});

/** `HH:MM` in the agent's own time zone. */
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time is HH:MM.');
export const Preferences = z.object({
  notify: z
    .record(NotificationKind, z.boolean())
    .describe('What is kept in the list and shown; `new_message`: on what is yours, `waiting`: on what nobody has yet'),
  browser: z.boolean().describe('Shown by the browser when the desk is not in front'),
  sound: z.boolean(),
  quietHours: z
    .object({
      days: z.array(z.number().int().min(0).max(6)).max(7).describe('0 is Sunday; the days on which the hours begin'),
      from: Clock,
      to: Clock,
    })
    .nullable()
    .describe('Nothing is shown or heard meanwhile; it waits in the list'),
  timeZone: z.string().max(60).nullable().describe('IANA; null: the browser says'),
  seenZone: z
    .string()
    .max(60)
    .nullable()
    .describe('What a browser of theirs last said; for what no browser is there for'),
  pushText: z.boolean().describe('Whether customers’ names and words may stand in what browsers are pushed'),
  mail: z
    .enum(['off', 'alerts', 'hourly', 'daily'])
    .describe('`alerts`: what is wrong, at once; `hourly`, `daily`: besides, what was not seen'),
  mailAt: Clock.describe('When the daily one goes out, in their zone'),
  undoSeconds: z.number().int().min(0).max(30).describe('How long a reply can be taken back before it goes out'),
  afterSending: z.enum(['next', 'stay', 'list']),
});
export const PatchPreferences = Preferences.extend({
  notify: z.partialRecord(NotificationKind, z.boolean()),
}).partial();
/** One's own browsers that are told while no desk is open in them: GET and POST /api/me/push, POST /api/me/push/remove. */
export const PushList = z.object({
  publicKey: z.string().describe('VAPID: the browser asks its push service with it'),
  browsers: z.array(
    z.object({ id: Id, endpoint: z.string(), browser: z.string(), createdAt: Instant, pushedAt: Instant.nullable() }),
  ),
});
const PushKey = z.string().regex(/^[A-Za-z0-9_-]{16,200}$/, 'This is no key of a browser.');
export const NewPush = z.object({
  endpoint: z.string().max(2_000),
  p256dh: PushKey,
  auth: PushKey,
  browser: z.string().trim().max(100).default(''),
});
export const RemovePush = z.object({ endpoint: z.string().max(2_000).optional(), id: Id.optional() });

export type NotificationKind = z.infer<typeof NotificationKind>;
export type Notification = z.infer<typeof Notification>;
export type Preferences = z.infer<typeof Preferences>;
export type NotificationList = z.infer<typeof NotificationList>;
