import { z } from 'zod';
import { COMMON, Products, Referral } from '../meta/line-element.ts';
import { id, lenient, millis, text, webUrl } from '../shared/shapes.ts';

/** One element of `messaging` or `standby`. What it says is under the key that is there. */
export const Element = z.object({
  sender: lenient(z.object({ id })),
  recipient: lenient(z.object({ id })),
  timestamp: lenient(millis),
  ...COMMON,
  delivery: z.unknown().optional(),
  optin: z.unknown().optional(),
  policy_enforcement: z.unknown().optional(),
});
export type Element = z.infer<typeof Element>;

export const Attachment = z.object({
  type: text,
  title: lenient(text),
  url: lenient(webUrl),
  payload: lenient(
    z.object({
      url: lenient(webUrl),
      title: lenient(text),
      sticker_id: lenient(id),
      coordinates: lenient(z.object({ lat: z.number(), long: z.number() })),
      product: lenient(Products),
    }),
  ),
});
export type Attachment = z.infer<typeof Attachment>;

export const Message = z.object({
  mid: id,
  text: lenient(text),
  is_echo: lenient(z.boolean()),
  is_deleted: lenient(z.boolean()),
  app_id: lenient(id),
  metadata: lenient(text),
  sticker_id: lenient(id),
  attachments: lenient(z.array(z.unknown())),
  quick_reply: lenient(z.object({ payload: lenient(text) })),
  reply_to: lenient(z.object({ mid: lenient(id) })),
  referral: lenient(Referral),
});

export const Edit = z.object({ mid: id, text });
export const Delivery = z.object({ mids: lenient(z.array(id)), watermark: lenient(millis) });
export const Read = z.object({ watermark: millis });
export const Policy = z.object({ action: lenient(text), reason: lenient(text) });
