import { z } from 'zod';
import { id, lenient, millis, text, webUrl } from '../shared/shapes.ts';

/** One element of `messaging` or `standby`. What it says is under the key that is there. */
export const Element = z.object({
  sender: lenient(z.object({ id })),
  recipient: lenient(z.object({ id })),
  timestamp: lenient(millis),
  message: z.unknown().optional(),
  message_edit: z.unknown().optional(),
  reaction: z.unknown().optional(),
  delivery: z.unknown().optional(),
  read: z.unknown().optional(),
  postback: z.unknown().optional(),
  referral: z.unknown().optional(),
  optin: z.unknown().optional(),
  pass_thread_control: z.unknown().optional(),
  take_thread_control: z.unknown().optional(),
  request_thread_control: z.unknown().optional(),
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
      product: lenient(
        z.object({
          elements: z.array(
            z.object({
              id: lenient(id),
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
export type Attachment = z.infer<typeof Attachment>;

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
export const Reaction = z.object({
  mid: id,
  action: z.enum(['react', 'unreact']),
  emoji: lenient(text),
  reaction: lenient(z.string()),
});
export const Delivery = z.object({ mids: lenient(z.array(id)), watermark: lenient(millis) });
export const Read = z.object({ watermark: millis });
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
export const Policy = z.object({ action: lenient(text), reason: lenient(text) });
