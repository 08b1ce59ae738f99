import { z } from 'zod';
import { count, id, lenient, millis, text, webUrl } from '../shared/shapes.ts';

const Profile = z.object({ id, name: lenient(text), avatar: lenient(webUrl) });

/** One callback. Who it is about is under another key for each kind. */
export const Callback = z.object({
  event: text,
  timestamp: lenient(millis),
  /** 19 digits, more than a number holds; some pages of Viber show a string. */
  message_token: lenient(id),
  user_id: lenient(id),
  user: lenient(Profile),
  sender: lenient(Profile),
  message: z.unknown().optional(),
  desc: lenient(text),
  context: lenient(text),
  subscribed: lenient(z.boolean()),
});
export type Callback = z.infer<typeof Callback>;

export const Message = z.object({
  type: text,
  text: lenient(text),
  media: lenient(webUrl),
  file_name: lenient(text),
  file_size: lenient(count),
  sticker_id: lenient(id),
  alt_text: lenient(text),
  location: lenient(z.object({ lat: z.coerce.number(), lon: z.coerce.number() })),
  contact: lenient(z.object({ name: lenient(text), phone_number: lenient(text) })),
});
export type Message = z.infer<typeof Message>;
