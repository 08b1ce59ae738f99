import { z } from 'zod';
import { id, lenient, text, webUrl } from '../shared/shapes.ts';

/**
 * The parts of the API's things that are read. Ids are of the account's own server only. Source: Mastodon 4.6
 * documentation, read 2026-11; other servers of the API leave much of it out.
 */
const when = z
  .string()
  .transform((value) => new Date(value))
  .refine((value) => !Number.isNaN(value.getTime()), 'not a time');
const count = z.number().int().nonnegative();

export const Account = z.object({
  id,
  acct: text.pipe(z.string().min(1)),
  username: lenient(text),
  display_name: lenient(text),
  url: lenient(webUrl),
  uri: lenient(z.string()),
  avatar: lenient(webUrl),
  followers_count: lenient(count),
  bot: lenient(z.boolean()),
});
export type Account = z.infer<typeof Account>;

const Mention = z.object({ id, acct: text.pipe(z.string().min(1)), url: lenient(webUrl) });
const Media = z.object({
  id: lenient(id),
  type: z.string(),
  url: lenient(webUrl.nullable()),
  remote_url: lenient(webUrl.nullable()),
  description: lenient(text.nullable()),
});
const Card = z.object({ url: webUrl, title: lenient(text) });
const Quoted = z.object({
  url: lenient(webUrl.nullable()),
  content: lenient(text),
  account: lenient(z.object({ acct: text })),
});

export const Status = z.object({
  id,
  uri: lenient(z.string()),
  url: lenient(webUrl.nullable()),
  created_at: when,
  edited_at: lenient(when.nullable()),
  in_reply_to_id: lenient(id.nullable()),
  in_reply_to_account_id: lenient(id.nullable()),
  visibility: z.string(),
  spoiler_text: lenient(text),
  sensitive: lenient(z.boolean()),
  content: text,
  account: Account,
  mentions: lenient(z.array(Mention.nullable().catch(null))),
  media_attachments: lenient(z.array(Media.nullable().catch(null))),
  card: lenient(Card.nullable()),
  poll: lenient(z.object({ options: z.array(z.object({ title: text })) }).nullable()),
  quote: lenient(z.object({ quoted_status: lenient(Quoted.nullable()) }).nullable()),
  reblog: lenient(z.unknown()),
  replies_count: lenient(count),
  reblogs_count: lenient(count),
  favourites_count: lenient(count),
});
export type Status = z.infer<typeof Status>;

export const Notification = z.object({
  id,
  type: z.string(),
  created_at: when,
  account: Account,
  status: z.unknown(),
});

/** What began the thread, when it was asked for. */
export const Root = z.object({ id, account: Account });
export type Root = z.infer<typeof Root>;

/** The shapes of a ledger entry, by the key that only it has. */
export const Entry = {
  notification: z.object({ notification: Notification, root: lenient(Root) }),
  status: z.object({ status: Status, root: lenient(Root) }),
  edited: z.object({ edited: Status }),
  gone: z.object({ gone: z.object({ id, at: when }) }),
};
