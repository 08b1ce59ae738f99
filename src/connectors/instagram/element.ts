import { z } from 'zod';
import { COMMON, Products, Referral } from '../meta/line-element.ts';
import { id, lenient, millis, text, webUrl } from '../shared/shapes.ts';

/** One element of `messaging` or `standby`. What it says is under the key that is there. */
export const Element = z.object({
  sender: lenient(z.object({ id, username: lenient(text) })),
  recipient: lenient(z.object({ id, username: lenient(text) })),
  timestamp: lenient(millis),
  ...COMMON,
});
export type Element = z.infer<typeof Element>;

export const Attachment = z.object({
  type: text,
  payload: lenient(
    z.object({
      url: lenient(webUrl),
      title: lenient(text),
      generic: lenient(
        z.object({
          elements: z.array(z.object({ title: lenient(text), subtitle: lenient(text), image_url: lenient(webUrl) })),
        }),
      ),
      product: lenient(Products),
    }),
  ),
});

export const Message = z.object({
  mid: id,
  text: lenient(text),
  is_echo: lenient(z.boolean()),
  is_self: lenient(z.boolean()),
  is_deleted: lenient(z.boolean()),
  is_unsupported: lenient(z.boolean()),
  attachments: lenient(z.array(z.unknown())),
  quick_reply: lenient(z.object({ payload: lenient(text) })),
  reply_to: lenient(
    z.object({ mid: lenient(id), story: lenient(z.object({ id: lenient(id), url: lenient(webUrl) })) }),
  ),
  referral: lenient(Referral),
});
export type Message = z.infer<typeof Message>;

/** `num_edit` is written as a number or as a text. */
export const Edit = z.object({
  mid: id,
  text: lenient(text),
  num_edit: lenient(z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)])),
});
export const Read = z.object({ mid: id });
