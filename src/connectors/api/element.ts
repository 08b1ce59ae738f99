import { z } from 'zod';
import { id, lenient, text, webUrl } from '../shared/shapes.ts';

const LATEST_S = 253_402_300_799;
/** ISO 8601 with an offset, or seconds since 1970. */
const time = z.union([
  z.iso.datetime({ offset: true }).transform((value) => new Date(value)),
  z
    .number()
    .min(0)
    .max(LATEST_S)
    .transform((value) => new Date(Math.trunc(value * 1000))),
]);

export const Person = z.object({
  id,
  name: lenient(text.pipe(z.string().max(300))),
  handle: lenient(text.pipe(z.string().max(300))),
  avatar_url: lenient(webUrl),
});

export const FileOf = z.object({
  url: webUrl,
  name: lenient(text.pipe(z.string().max(300))),
  mime_type: lenient(text.pipe(z.string().max(200))),
  size_bytes: lenient(z.number().int().nonnegative()),
  alt: lenient(text),
});

const content = {
  text: lenient(text.pipe(z.string().max(200_000))),
  attachments: lenient(z.array(z.unknown()).max(50)),
};

export const Message = z.object({
  type: z.literal('message'),
  id,
  person: Person,
  /** `business`: what your own people wrote to this person elsewhere. */
  from: z.enum(['person', 'business']).default('person'),
  thread: lenient(z.object({ id, title: lenient(text), url: lenient(webUrl) })),
  ...content,
  subject: lenient(text.pipe(z.string().max(1_000))),
  in_reply_to: lenient(id),
  sent_at: lenient(time),
  url: lenient(webUrl),
  /** The id of our own answer, when this is the echo of it. */
  answer_id: lenient(text.pipe(z.string().max(100))),
  automatic: lenient(z.boolean()),
  is_history: lenient(z.boolean()),
});

export const Edit = z.object({ type: z.literal('edit'), id, ...content, at: lenient(time) });
export const Deletion = z.object({ type: z.literal('deletion'), id, at: lenient(time) });
export const Delivery = z.object({
  type: z.literal('delivery'),
  ids: z.array(id).min(1).max(200),
  status: z.enum(['delivered', 'read', 'failed']),
  detail: lenient(text.pipe(z.string().max(1_000))),
  at: lenient(time),
});
export const Kind = z.object({ type: z.string() });
