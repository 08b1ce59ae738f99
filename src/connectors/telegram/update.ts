import { z } from 'zod';
import { webUrl as anyUrl, lenient, seconds, text } from '../shared/shapes.ts';

/**
 * The parts of an update that are read. Ids have up to 52 bits and groups negative ones, so they are kept as text.
 * Source: Bot API 10.1 (11 June 2026), read 2026-11.
 */
const chatId = z
  .union([z.number().int(), z.string().regex(/^-?\d{1,20}$/)])
  .transform(String)
  .pipe(z.string().min(1));
/** Names that Telegram makes itself. No database holds a NUL. */
const token = z.string().regex(/^[\x21-\x7e]{1,300}$/);
const webUrl = anyUrl.refine(
  (value) => URL.canParse(value) && /^[\x21-\x7e\u00a1-\ud7ff]+$/.test(value),
  'not a web address',
);
const mimeType = z.string().regex(/^[\w.+-]{1,100}\/[\w.+-]{1,100}$/);
const messageId = z.number().int().positive();
const size = z.number().int().nonnegative();

export const User = z.object({
  id: chatId,
  is_bot: lenient(z.boolean()),
  first_name: lenient(text),
  last_name: lenient(text),
  username: lenient(text),
});
export type User = z.infer<typeof User>;

export const Chat = z.object({
  id: chatId,
  type: z.string(),
  title: lenient(text),
  first_name: lenient(text),
  last_name: lenient(text),
  username: lenient(text),
});
export type Chat = z.infer<typeof Chat>;

const Entity = z.object({
  type: z.string(),
  offset: z.number().int().nonnegative(),
  length: z.number().int().nonnegative(),
  url: lenient(webUrl),
});
export type Entity = z.infer<typeof Entity>;
/** One that cannot be read costs itself only. */
const Entities = lenient(z.array(Entity.nullable().catch(null)));

const FileShape = z.object({
  file_id: token,
  file_size: lenient(size),
  file_name: lenient(text),
  mime_type: lenient(mimeType),
});
export type TelegramFile = z.infer<typeof FileShape>;
const Titled = z.object({ ...FileShape.shape, title: lenient(text), performer: lenient(text) });
const Point = z.object({ latitude: z.number(), longitude: z.number() });

const Button = z.object({ text, callback_data: lenient(text) });
const Markup = z.object({ inline_keyboard: z.array(z.array(Button)) });

/** The message that is answered: one level deep, and of it no more than this. */
const Answered = z.object({
  message_id: messageId,
  from: lenient(User),
  is_automatic_forward: lenient(z.boolean()),
});

export const Message = z.object({
  message_id: messageId,
  date: seconds,
  edit_date: lenient(seconds),
  chat: Chat,
  from: lenient(User),
  sender_chat: lenient(Chat),
  sender_business_bot: lenient(User),
  business_connection_id: lenient(token),
  message_thread_id: lenient(messageId),
  is_topic_message: lenient(z.boolean()),
  is_automatic_forward: lenient(z.boolean()),
  reply_to_message: lenient(Answered),
  media_group_id: lenient(token),
  text: lenient(text),
  caption: lenient(text),
  entities: Entities,
  caption_entities: Entities,
  photo: lenient(z.array(FileShape.nullable().catch(null))),
  video: lenient(FileShape),
  video_note: lenient(FileShape),
  animation: lenient(FileShape),
  audio: lenient(Titled),
  voice: lenient(FileShape),
  document: lenient(FileShape),
  sticker: lenient(
    z.object({
      ...FileShape.shape,
      emoji: lenient(text),
      is_animated: lenient(z.boolean()),
      is_video: lenient(z.boolean()),
      thumbnail: lenient(FileShape),
    }),
  ),
  contact: lenient(
    z.object({
      phone_number: lenient(text),
      first_name: lenient(text),
      last_name: lenient(text),
      user_id: lenient(chatId),
    }),
  ),
  location: lenient(Point),
  venue: lenient(z.object({ location: Point, title: lenient(text), address: lenient(text) })),
  poll: lenient(z.object({ question: text })),
  dice: lenient(z.object({ emoji: text, value: z.number() })),
  migrate_to_chat_id: lenient(chatId),
  migrate_from_chat_id: lenient(chatId),
  reply_markup: lenient(Markup),
});
export type Message = z.infer<typeof Message>;

/** Telegram gives an old message only as its place: the date is 0 then. */
const Tapped = z.object({
  message_id: messageId,
  date: seconds,
  chat: Chat,
  business_connection_id: lenient(token),
  reply_markup: lenient(Markup),
});
export const CallbackQuery = z.object({
  id: token,
  from: User,
  data: lenient(text),
  message: lenient(Tapped),
});
export type CallbackQuery = z.infer<typeof CallbackQuery>;

const ReactionType = z.object({ type: z.string(), emoji: lenient(text) });
export const MessageReaction = z.object({
  chat: Chat,
  message_id: messageId,
  user: lenient(User),
  actor_chat: lenient(Chat),
  date: seconds,
  old_reaction: z.array(ReactionType),
  new_reaction: z.array(ReactionType),
});
export type MessageReaction = z.infer<typeof MessageReaction>;

const Member = z.object({ user: User, status: z.string() });
export const MyChatMember = z.object({
  chat: Chat,
  from: User,
  date: seconds,
  old_chat_member: lenient(Member),
  new_chat_member: Member,
});
export type MyChatMember = z.infer<typeof MyChatMember>;

export const BusinessConnection = z.object({
  id: token,
  user: User,
  date: seconds,
  is_enabled: z.boolean(),
  rights: lenient(z.object({ can_reply: lenient(z.boolean()), can_read_messages: lenient(z.boolean()) })),
});
export type BusinessConnection = z.infer<typeof BusinessConnection>;

export const DeletedMessages = z.object({
  business_connection_id: token,
  chat: Chat,
  message_ids: z.array(messageId).max(1_000),
});
export type DeletedMessages = z.infer<typeof DeletedMessages>;

/** What is asked for. The list persists at Telegram, and reactions are off unless they are named. */
export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
  'message_reaction',
  'business_connection',
  'business_message',
  'edited_business_message',
  'deleted_business_messages',
] as const;
