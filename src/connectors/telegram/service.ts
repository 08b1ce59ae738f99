import type { ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { spotOfMessage, threadIdOf } from './place.ts';
import type { Message } from './update.ts';

/** What Telegram says itself in a chat. Source: Bot API 10.1, service fields of `Message`; read 2026-11. */
const SERVICE = new Set([
  'new_chat_members',
  'left_chat_member',
  'chat_owner_left',
  'chat_owner_changed',
  'new_chat_title',
  'new_chat_photo',
  'delete_chat_photo',
  'group_chat_created',
  'supergroup_chat_created',
  'channel_chat_created',
  'message_auto_delete_timer_changed',
  'migrate_to_chat_id',
  'migrate_from_chat_id',
  'pinned_message',
  'write_access_allowed',
  'connected_website',
  'boost_added',
  'chat_background_set',
  'forum_topic_created',
  'forum_topic_edited',
  'forum_topic_closed',
  'forum_topic_reopened',
  'general_forum_topic_hidden',
  'general_forum_topic_unhidden',
  'giveaway_created',
  'giveaway_completed',
  'video_chat_scheduled',
  'video_chat_started',
  'video_chat_ended',
  'video_chat_participants_invited',
  'proximity_alert_triggered',
]);

type Raw = Readonly<Record<string, unknown>>;
const serviceIn = (raw: Raw): string | undefined => Object.keys(raw).find((key) => SERVICE.has(key));

export const isService = (raw: Raw): boolean => serviceIn(raw) !== undefined;

/** A group that grows gets another id: what is said from then on stands under that one. */
export function readService(message: Message, raw: Raw, account: ExternalAccountId): ChannelEvent {
  const { migrate_to_chat_id: movedTo, chat } = message;
  if (movedTo === undefined)
    return { kind: 'ignored', why: `"${serviceIn(raw)}" is something that Telegram itself says in a chat.` };
  return {
    kind: 'notice',
    account,
    id: `moved:${chat.id}:${movedTo}`,
    thread: threadIdOf(spotOfMessage(message)),
    notice: 'other',
    detail: `This group has become a larger one on Telegram. What is written from now on begins a new thread${chat.title ? ` of "${chat.title}"` : ''}; answers to what stands here still arrive there.`,
    at: message.date,
  };
}
