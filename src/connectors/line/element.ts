import { z } from 'zod';
import { count, id, lenient, millis, text, webUrl } from '../shared/shapes.ts';

export const Envelope = z.object({ destination: id, events: z.array(z.unknown()) });

const Source = z.object({ type: text, userId: lenient(id), groupId: lenient(id), roomId: lenient(id) });

/** One event. What it says is under the key of its own kind. */
export const LineEvent = z.object({
  type: text,
  mode: lenient(z.string()),
  timestamp: lenient(millis),
  /** The same when it is delivered again. */
  webhookEventId: lenient(id),
  source: lenient(Source),
  message: z.unknown().optional(),
  unsend: z.unknown().optional(),
  postback: z.unknown().optional(),
  follow: lenient(z.object({ isUnblocked: lenient(z.boolean()) })),
  joined: lenient(z.object({ members: z.array(z.unknown()) })),
  left: lenient(z.object({ members: z.array(z.unknown()) })),
  link: lenient(z.object({ result: lenient(text) })),
  membership: lenient(z.object({ type: lenient(text) })),
});
export type LineEvent = z.infer<typeof LineEvent>;

export const Message = z.object({
  id,
  type: text,
  text: lenient(text),
  quoteToken: lenient(text),
  quotedMessageId: lenient(id),
  contentProvider: lenient(z.object({ type: text, originalContentUrl: lenient(webUrl) })),
  imageSet: lenient(z.object({ index: lenient(z.number()), total: lenient(z.number()) })),
  fileName: lenient(text),
  fileSize: lenient(count),
  title: lenient(text),
  address: lenient(text),
  latitude: lenient(z.number()),
  longitude: lenient(z.number()),
  stickerId: lenient(id),
  keywords: lenient(z.array(text)),
});
export type Message = z.infer<typeof Message>;

export const Unsend = z.object({ messageId: id });
export const Postback = z.object({ data: text, params: lenient(z.record(z.string(), lenient(text))) });
