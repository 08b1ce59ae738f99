import { z } from 'zod';
import { id, lenient, seconds, text, webUrl } from '../shared/shapes.ts';

/** WhatsApp writes seconds as text. */
export const at = z
  .union([
    z
      .string()
      .regex(/^\d{1,12}$/)
      .transform(Number),
    z.number(),
  ])
  .pipe(seconds);

export const Problem = z.object({
  code: z.coerce.number().catch(0),
  title: lenient(text),
  message: lenient(text),
  error_data: lenient(z.object({ details: lenient(text) })),
});
export type Problem = z.infer<typeof Problem>;
const problems = lenient(z.array(Problem));

const media = lenient(
  z.object({
    id,
    mime_type: lenient(text),
    caption: lenient(text),
    filename: lenient(text),
    voice: lenient(z.boolean()),
  }),
);
export type Media = NonNullable<z.infer<typeof media>>;

const coordinate = z.union([z.number(), z.string().transform(Number)]).pipe(z.number().min(-180).max(180));

export const Location = z.object({
  latitude: coordinate,
  longitude: coordinate,
  name: lenient(text),
  address: lenient(text),
  url: lenient(webUrl),
});
export const ContactCard = z.object({
  name: lenient(z.object({ formatted_name: lenient(text), first_name: lenient(text) })),
  org: lenient(z.object({ company: lenient(text) })),
  phones: lenient(z.array(z.object({ phone: lenient(text) }))),
  emails: lenient(z.array(z.object({ email: lenient(text) }))),
});
export const Interactive = z.object({
  type: lenient(text),
  button_reply: lenient(z.object({ id: lenient(text), title: lenient(text) })),
  list_reply: lenient(z.object({ id: lenient(text), title: lenient(text), description: lenient(text) })),
  nfm_reply: lenient(z.object({ name: lenient(text), body: lenient(text), response_json: lenient(text) })),
  call_permission_reply: lenient(z.object({ response: lenient(z.string()) })),
});
export const Order = z.object({
  text: lenient(text),
  product_items: lenient(
    z.array(
      z.object({
        product_retailer_id: lenient(id),
        quantity: lenient(z.coerce.number()),
        item_price: lenient(z.coerce.number()),
        currency: lenient(text),
      }),
    ),
  ),
});
export const Referral = z.object({
  source_url: lenient(webUrl),
  source_id: lenient(id),
  source_type: lenient(text),
  headline: lenient(text),
  ctwa_clid: lenient(text),
});
const Reaction = z.object({ message_id: id, emoji: lenient(text) });

/** What an element says lies under the key that its type names. */
const Said = z.object({
  // What was said is not lost because it is not said of which kind it is.
  type: text.catch('unknown'),
  text: lenient(z.object({ body: lenient(text) })),
  image: media,
  video: media,
  audio: media,
  document: media,
  sticker: media,
  location: z.unknown().optional(),
  contacts: lenient(z.array(z.unknown())),
  interactive: lenient(Interactive),
  button: lenient(z.object({ payload: lenient(text), text: lenient(text) })),
  order: lenient(Order),
  unsupported: lenient(z.object({ type: lenient(text) })),
  context: lenient(
    z.object({
      id: lenient(id),
      message_id: lenient(id),
      referred_product: lenient(z.object({ catalog_id: lenient(id), product_retailer_id: lenient(id) })),
    }),
  ),
  referral: lenient(Referral),
  errors: problems,
});
export type Said = z.infer<typeof Said>;

const Stated = Said.extend({
  id,
  timestamp: lenient(at),
  from: lenient(id),
  from_user_id: lenient(id),
  /** Only in what was typed in the WhatsApp Business app. */
  to: lenient(id),
  to_user_id: lenient(id),
  recipient_user_id: lenient(id),
  group_id: lenient(id),
  reaction: lenient(Reaction),
  system: lenient(
    z.object({
      type: lenient(text),
      body: lenient(text),
      wa_id: lenient(id),
      new_wa_id: lenient(id),
      user_id: lenient(id),
      previous_user_id: lenient(id),
    }),
  ),
  edit: lenient(z.object({ original_message_id: id, message: lenient(Said) })),
  revoke: lenient(z.object({ original_message_id: id })),
});
const StatedStatus = z.object({
  id,
  status: z.string(),
  timestamp: lenient(at),
  biz_opaque_callback_data: lenient(id),
  errors: problems,
});

/** @param receivedAt when it was, where WhatsApp gives no time that can be read */
const timed =
  <Schema extends z.ZodType<{ readonly timestamp?: Date | undefined }>>(schema: Schema) =>
  (raw: unknown, receivedAt: Date) =>
    schema.transform((one) => ({ ...one, timestamp: one.timestamp ?? receivedAt })).safeParse(raw);

export const readMessageShape = timed(Stated);
export const readStatusShape = timed(StatedStatus);
export type Message = z.infer<typeof Stated> & { readonly timestamp: Date };
export type Status = z.infer<typeof StatedStatus> & { readonly timestamp: Date };
