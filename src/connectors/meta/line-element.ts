import { z } from 'zod';
import { id, lenient, text, webUrl } from '../shared/shapes.ts';

/** What the private lines of Messenger and of Instagram have in common, element by element. */
export const Referral = z.object({
  ref: lenient(text),
  source: lenient(text),
  ad_id: lenient(id),
  ads_context_data: lenient(z.object({ ad_title: lenient(text) })),
});
export type Referral = z.infer<typeof Referral>;

export const Reaction = z.object({
  mid: id,
  action: z.enum(['react', 'unreact']),
  emoji: lenient(text),
  reaction: lenient(z.string()),
});
export type Reaction = z.infer<typeof Reaction>;

export const Postback = z.object({
  mid: lenient(id),
  title: lenient(text),
  payload: lenient(text),
  referral: lenient(Referral),
});
export type Postback = z.infer<typeof Postback>;

export const Control = z.object({
  previous_owner_app_id: lenient(id),
  new_owner_app_id: lenient(id),
  requested_owner_app_id: lenient(id),
  metadata: lenient(text),
});
export type Control = z.infer<typeof Control>;

export const Products = z.object({
  elements: z.array(
    z.object({
      id: lenient(id),
      retailer_id: lenient(id),
      image_url: lenient(webUrl),
      title: lenient(text),
      subtitle: lenient(text),
    }),
  ),
});

/** Keys under which an element says the same on both. */
export const COMMON = {
  message: z.unknown().optional(),
  message_edit: z.unknown().optional(),
  reaction: z.unknown().optional(),
  read: z.unknown().optional(),
  postback: z.unknown().optional(),
  referral: z.unknown().optional(),
  pass_thread_control: z.unknown().optional(),
  take_thread_control: z.unknown().optional(),
  request_thread_control: z.unknown().optional(),
} as const;
