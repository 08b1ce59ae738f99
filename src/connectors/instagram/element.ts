import { z } from 'zod';
import { id, lenient, millis, text, webUrl } from '../shared/shapes.ts';

/** One element of `messaging` or `standby`. What it says is under the key that is there. */
export const Element = z.object({
  sender: lenient(z.object({ id, username: lenient(text) })),
  recipient: lenient(z.object({ id, username: lenient(text) })),
  timestamp: lenient(millis),
  message: z.unknown().optional(),
  message_edit: z.unknown().optional(),
  reaction: z.unknown().optional(),
  read: z.unknown().optional(),
  postback: z.unknown().optional(),
  referral: z.unknown().optional(),
  pass_thread_control: z.unknown().optional(),
  take_thread_control: z.unknown().optional(),
  request_thread_control: z.unknown().optional(),
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
      product: lenient(
        z.object({
          elements: z.array(
            z.object({
              retailer_id: lenient(id),
              image_url: lenient(webUrl),
              title: lenient(text),
              subtitle: lenient(text),
            }),
          ),
        }),
      ),
    }),
  ),
});

export const Referral = z.object({
  ref: lenient(text),
  source: lenient(text),
  ad_id: lenient(id),
  ads_context_data: lenient(z.object({ ad_title: lenient(text) })),
});
export type Referral = z.infer<typeof Referral>;

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
export const Reaction = z.object({
  mid: id,
  action: z.enum(['react', 'unreact']),
  emoji: lenient(text),
  reaction: lenient(z.string()),
});
export const Read = z.object({ mid: id });
export const Postback = z.object({
  mid: lenient(id),
  title: lenient(text),
  payload: lenient(text),
  referral: lenient(Referral),
});
export const Control = z.object({
  previous_owner_app_id: lenient(id),
  new_owner_app_id: lenient(id),
  requested_owner_app_id: lenient(id),
  metadata: lenient(text),
});
